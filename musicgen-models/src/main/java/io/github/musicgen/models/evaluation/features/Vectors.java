package io.github.musicgen.models.evaluation.features;

/** What features are made of. */
final class Vectors {
    private Vectors() {}

    /** Divides a vector in place; by nothing or less, where there is nothing to be shared, it stays as it is. */
    static double[] divide(double[] vector, int divisor) {
        if (divisor > 0) {
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= divisor;
            }
        }
        return vector;
    }
}
