package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import java.util.List;

/** What sizes may be. */
final class Bounds {
    private Bounds() {}

    static void require(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + " must be 1.." + most + ", but was " + value);
        }
    }

    static void requireAtMost(String what, int value, int most) {
        if (value > most) {
            throw new IllegalArgumentException(what + " must be 0.." + most + ", but were " + value);
        }
    }

    static void requireUnits(String what, List<Integer> layers) {
        layers.forEach(units -> require(what, units, MelodyRnnConfiguration.MAX_UNITS));
    }
}
