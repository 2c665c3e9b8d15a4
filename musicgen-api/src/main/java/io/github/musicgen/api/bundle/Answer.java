package io.github.musicgen.api.bundle;

import java.util.Arrays;
import java.util.List;

/** Numbers that a model gave once, to be held beside those that it gives later. A value. */
public final class Answer {
    /** The answers of an engine that sums in another order stray by less than this, relative to the largest. */
    private static final float TOLERANCE = 1e-4f;

    private final float[] numbers;

    private Answer(float[] numbers) {
        this.numbers = numbers;
    }

    /**
     * An answer.
     *
     * @param numbers what the model gave; copied
     * @return the answer
     */
    public static Answer of(float... numbers) {
        return new Answer(numbers.clone());
    }

    /**
     * What the model gave.
     *
     * @return a copy
     */
    public float[] numbers() {
        return numbers.clone();
    }

    /** The first that differs, in words; exact asks for every bit. */
    List<String> differences(String place, Answer found, boolean exact) {
        if (numbers.length != found.numbers.length) {
            return List.of(place + ": expected " + numbers.length + " numbers, but found " + found.numbers.length);
        }
        float tolerance = TOLERANCE * largest();
        for (int i = 0; i < numbers.length; i++) {
            boolean same = exact
                    ? Float.floatToIntBits(numbers[i]) == Float.floatToIntBits(found.numbers[i])
                    : Math.abs(numbers[i] - found.numbers[i]) <= tolerance;
            if (!same) {
                return List.of(place + ", number " + i + ": expected " + numbers[i] + ", but the model gave "
                        + found.numbers[i]);
            }
        }
        return List.of();
    }

    private float largest() {
        float largest = 1;
        for (float number : numbers) {
            largest = Math.max(largest, Math.abs(number));
        }
        return largest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer && Arrays.equals(numbers, answer.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
