package io.github.musicgen.midi.musicxml.vocabulary;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How loud music is: as velocities, and in the percent that MusicXML counts. */
public final class Loudness {
    /** The velocity before any dynamic: that of mf. */
    public static final int DEFAULT_VELOCITY = 80;

    private static final int MAX_VELOCITY = 127;
    // MusicXML counts loudness in percent of a forte of this velocity.
    private static final double FORTE = 90;

    private Loudness() {}

    /** The velocity of a loudness in percent of forte. */
    public static int velocity(double percent) {
        return (int) Math.max(1, Math.min(MAX_VELOCITY, Math.round(percent * FORTE / 100)));
    }

    /** The loudness of a velocity in percent of forte, exact enough to come back as it was. */
    public static String percent(int velocity) {
        return BigDecimal.valueOf(velocity * 100 / FORTE)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
