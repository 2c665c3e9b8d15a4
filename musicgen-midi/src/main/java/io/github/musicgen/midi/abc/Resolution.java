package io.github.musicgen.midi.abc;

import io.github.musicgen.representation.time.Ticks;

/**
 * Finds the ticks that a tune is counted in: 480 to a quarter, or the least multiple of that in which all its times are whole
 * numbers. Where no resolution of MIDI can say them all, they go to the nearest ticks of a fine one.
 */
final class Resolution {
    private static final int USUAL = 480;
    private static final int FINE = 20_160; // 2^6 * 3^2 * 5 * 7

    private long common = FineTime.QUARTER; // divides all times

    void include(long time) {
        common = greatestCommonDivisor(common, time);
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

    private long exactTicksPerQuarter() {
        long needed = FineTime.QUARTER / common;
        return USUAL / greatestCommonDivisor(USUAL, needed) * needed;
    }

    boolean isExact() {
        return exactTicksPerQuarter() <= Ticks.MAX_PER_QUARTER;
    }

    int ticksPerQuarter() {
        return isExact() ? (int) exactTicksPerQuarter() : FINE;
    }

    long ticks(long time) {
        return (time * ticksPerQuarter() + FineTime.QUARTER / 2) / FineTime.QUARTER;
    }
}
