package io.github.musicgen.api.engine;

/** The loops over two rows in one, alone in its method so that HotSpot compiles it by itself. */
final class PackedRows {
    /** Its last place is worth 4096, as that of all sums with what a pair can be. */
    private static final float ROUNDER = 1.5f * (1 << 23) * 4096;

    private PackedRows() {}

    static void add(float[] pairs, float a, float b, float[] y) {
        int length = pairs.length;
        if (y.length < length) {
            throw Rows.tooShort(y, "rows of " + length);
        }
        for (int i = 0; i < length; i++) {
            float pair = pairs[i];
            float upper = (pair + ROUNDER) - ROUNDER;
            y[i] = y[i] + a * upper + b * (pair - upper);
        }
    }

    /**
     * Two pairs of rows at once, in a form that HotSpot vectorizes wherever the method is inlined, as it does not that of {@link #add}:
     * {@code b * pair + (a - b) * upper} for {@code a * upper + b * lower}. It rounds a little more, by as much as the weights were
     * rounded.
     */
    static void addTwo(float[] p, float[] q, float a, float b, float c, float d, float[] y) {
        int length = p.length;
        if (q.length < length || y.length < length) {
            throw Rows.tooShort(y, "rows of " + length);
        }
        float ab = a - b;
        float cd = c - d;
        for (int i = 0; i < length; i++) {
            float first = p[i];
            float second = q[i];
            y[i] = y[i]
                    + b * first
                    + ab * ((first + ROUNDER) - ROUNDER)
                    + d * second
                    + cd * ((second + ROUNDER) - ROUNDER);
        }
    }
}
