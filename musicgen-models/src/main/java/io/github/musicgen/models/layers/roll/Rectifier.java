package io.github.musicgen.models.layers.roll;

/** All that is below 0 becomes 0. */
final class Rectifier {
    private Rectifier() {}

    static void apply(float[] values, int length) {
        for (int i = 0; i < length; i++) {
            values[i] = Math.max(0, values[i]);
        }
    }

    static void back(float[] rectified, float[] gradient, int length) {
        for (int i = 0; i < length; i++) {
            gradient[i] = rectified[i] > 0 ? gradient[i] : 0;
        }
    }
}
