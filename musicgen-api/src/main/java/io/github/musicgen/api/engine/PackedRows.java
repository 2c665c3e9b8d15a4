package io.github.musicgen.api.engine;

/** The loop over two rows in one, alone in its method so that HotSpot compiles it by itself. */
final class PackedRows {
    /** Its last place is worth 4096, as that of all sums with what a pair can be. */
    private static final float ROUNDER = 1.5f * (1 << 23) * 4096;

    private PackedRows() {}

    static void add(float[] pairs, float a, float b, float[] y) {
        int length = pairs.length;
        if (y.length < length) {
            throw new IllegalArgumentException("a sum of " + y.length + " cannot take rows of " + length);
        }
        for (int i = 0; i < length; i++) {
            float pair = pairs[i];
            float upper = (pair + ROUNDER) - ROUNDER;
            y[i] = y[i] + a * upper + b * (pair - upper);
        }
    }
}
