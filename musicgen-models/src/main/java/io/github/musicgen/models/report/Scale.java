package io.github.musicgen.models.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * An axis: from where to where, and how far apart its ticks stand.
 *
 * @param low its lower end
 * @param high its upper end, above the lower
 * @param step 1, 2 or 5 times a power of ten
 */
record Scale(double low, double high, double step) {
    private static final int TICKS = 5; // about
    private static final int MOST_DECIMALS = 5;
    private static final double ROUNDING = 1e-9;

    /** Holds all values, and ends at ticks. */
    static Scale around(double[] values) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        double span = high - low;
        if (span <= ROUNDING * Math.max(Math.abs(low), Math.abs(high))) {
            span = Math.max(Math.abs(high), ROUNDING); // a level line lies in the middle
            low -= span / 2;
            high += span / 2;
        }
        double step = step(span / TICKS);
        return new Scale(step * Math.floor(low / step + ROUNDING), step * Math.ceil(high / step - ROUNDING), step);
    }

    /** The epochs of a training; a single one stands in the middle. */
    static Scale ofEpochs(int epochs) {
        return epochs == 1
                ? new Scale(0, 2, 1)
                : new Scale(1, epochs, Math.max(1, step((double) epochs / (TICKS + 1))));
    }

    /** The least of the steps that is not less. */
    private static double step(double least) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(least)));
        for (int times : new int[] {1, 2, 5}) {
            if (times * power >= least * (1 - ROUNDING)) {
                return times * power;
            }
        }
        return 10 * power;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - ROUNDING); i * step <= high + ROUNDING * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** 0 at the lower end, 1 at the upper. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    /** A tick with as many decimals as tell it from the next. */
    String label(double tick) {
        int decimals = (int) Math.max(0, -Math.floor(StrictMath.log10(step) + ROUNDING));
        return decimals > MOST_DECIMALS && tick != 0
                ? String.format(Locale.ROOT, "%.1e", tick)
                : String.format(Locale.ROOT, "%." + Math.min(decimals, MOST_DECIMALS) + "f", tick);
    }
}
