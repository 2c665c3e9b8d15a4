package io.github.musicgen.midi.abc.playing;

import io.github.musicgen.midi.abc.tune.FineTime;
import io.github.musicgen.representation.time.Ticks;

/**
 * Finds the ticks that a tune is counted in: 480 to a quarter, or the least multiple of that in which all its times are whole
 * numbers. Where no resolution of MIDI can say them all, they go to the nearest ticks of a fine one.
 */
final class Resolution {
    private static final int USUAL = 480;
    private static final int FINE = 20_160; // 2^6 * 3^2 * 5 * 7

    private long common = FineTime.QUARTER; // divides all times
    private long exact = USUAL; // ticks per quarter in which all times are whole numbers

    void include(long time) {
        long before = common;
        common = greatestCommonDivisor(common, time);
        if (common != before) {
            long needed = FineTime.QUARTER / common;
            exact = USUAL / greatestCommonDivisor(USUAL, needed) * needed;
        }
    }

    private static long greatestCommonDivisor(long a, long b) {
        long larger = a;
        long smaller = b;
        while (smaller != 0) {
            long rest = larger % smaller;
            larger = smaller;
            smaller = rest;
        }
        return larger;
    }

    boolean isExact() {
        return exact <= Ticks.MAX_PER_QUARTER;
    }

    int ticksPerQuarter() {
        return isExact() ? (int) exact : FINE;
    }

    long ticks(long time) {
        return (time * ticksPerQuarter() + FineTime.QUARTER / 2) / FineTime.QUARTER;
    }
}
