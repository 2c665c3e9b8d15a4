package io.github.musicgen.api.bundle;

import java.util.List;

/** Numbers that a model answered once, beside those that it answers now. */
final class Answers {
    /** The answers of an engine that sums in another order stray by less than this, relative to the largest. */
    private static final float TOLERANCE = 1e-4f;

    private Answers() {}

    /** The first that differs, in words; exact asks for every bit. */
    static List<String> differences(String place, float[] expected, float[] found, boolean exact) {
        if (expected.length != found.length) {
            return List.of(place + ": expected " + expected.length + " scores, but found " + found.length);
        }
        float largest = 1;
        for (float score : expected) {
            largest = Math.max(largest, Math.abs(score));
        }
        float tolerance = exact ? 0 : TOLERANCE * largest;
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - found[i]) <= tolerance)) {
                return List.of(place + ", class " + i + ": expected a score of " + expected[i] + ", but the model gave "
                        + found[i]);
            }
        }
        return List.of();
    }
}
