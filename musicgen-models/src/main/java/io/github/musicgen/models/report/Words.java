package io.github.musicgen.models.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as they are read, the same in every country. */
final class Words {
    private static final String UNKNOWN = "–";
    private static final int SECONDS = 60; // in a minute, as minutes in an hour

    private Words() {}

    /** Nats, of which ten-thousandths are the last that say anything. */
    static String nats(double nats) {
        return Double.isFinite(nats) ? String.format(Locale.ROOT, "%.4f", nats) : UNKNOWN;
    }

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", 100 * share) : UNKNOWN;
    }

    /** As many digits as say something. */
    static String number(double number) {
        if (!Double.isFinite(number)) {
            return UNKNOWN;
        }
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(5, RoundingMode.HALF_EVEN));
        String plain = rounded.stripTrailingZeros().toPlainString();
        return rounded.signum() == 0 ? "0" : plain.length() <= 10 ? plain : String.format(Locale.ROOT, "%.1e", number);
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Minutes and seconds, and hours if there are any. */
    static String duration(double seconds) {
        long all = Double.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : 0;
        long minutes = all / SECONDS;
        return minutes < SECONDS
                ? String.format(Locale.ROOT, "%d:%02d", minutes, all % SECONDS)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / SECONDS, minutes % SECONDS, all % SECONDS);
    }
}
