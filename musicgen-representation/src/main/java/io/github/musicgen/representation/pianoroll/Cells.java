package io.github.musicgen.representation.pianoroll;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The bounds that rolls share, checked before anything is allocated. */
final class Cells {
    private Cells() {}

    /** The number of cells of a roll. */
    static int require(int steps, PitchRange range) {
        return requireSteps(1, steps) * range.size();
    }

    /** The length of some rolls that are made together. */
    static int requireSteps(int rolls, int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("steps of a piano roll must be 0 or more, but were " + steps);
        }
        if ((long) rolls * steps > Roll.MAX_STEPS) {
            throw new IllegalArgumentException("piano rolls made together must have at most " + Roll.MAX_STEPS
                    + " steps in all, but " + rolls + " x " + steps + " were wanted");
        }
        return steps;
    }

    static int requireStep(int step, int steps) {
        if (step < 0 || step >= steps) {
            throw new IllegalArgumentException(
                    "step must be 0.." + (steps - 1) + ", the last of the roll, but was " + step);
        }
        return step;
    }

    static void requireWindow(int fromStep, int toStep, int steps) {
        if (fromStep < 0 || toStep < fromStep || toStep > steps) {
            throw new IllegalArgumentException(
                    "a window must lie within steps 0.." + steps + ", but was " + fromStep + ".." + toStep);
        }
    }

    static void requireSameShape(Roll first, Roll other) {
        if (first.steps() != other.steps() || !first.range().equals(other.range())) {
            throw new IllegalArgumentException("rolls that belong together must have one shape, but one had "
                    + shape(first) + " and another " + shape(other));
        }
    }

    /** The range of rolls that are joined, which must be one. */
    static PitchRange commonRange(List<? extends Roll> rolls) {
        if (rolls.isEmpty()) {
            throw new IllegalArgumentException("there must be 1 roll or more to join, but were 0");
        }
        PitchRange range = rolls.get(0).range();
        for (Roll roll : rolls) {
            if (!range.equals(roll.range())) {
                throw new IllegalArgumentException(
                        "rolls that are joined must have one range, but had " + range + " and " + roll.range());
            }
        }
        return range;
    }

    /** The total length of rolls that follow each other, which may be too large for an {@code int}. */
    static int totalSteps(List<? extends Roll> rolls) {
        long total = rolls.stream().mapToLong(Roll::steps).sum();
        int steps = (int) Math.min(total, Integer.MAX_VALUE);
        return requireSteps(1, steps);
    }

    /** Windows that cover some steps, one every {@code hop}; the last one may reach beyond them. */
    static <T> List<T> windows(int steps, int length, int hop, IntFunction<T> windowAt) {
        if (length < 1) {
            throw new IllegalArgumentException("a window must have 1 step or more, but had " + length);
        }
        if (hop < 1 || hop > length) {
            throw new IllegalArgumentException("windows must begin every 1.." + length + " steps, but every " + hop);
        }
        List<T> windows = new ArrayList<>();
        for (long from = 0; from < steps && (from == 0 || from + length - hop < steps); from += hop) {
            windows.add(windowAt.apply((int) from));
        }
        return List.copyOf(windows);
    }

    private static String shape(Roll roll) {
        return roll.steps() + " steps of " + roll.range();
    }
}
