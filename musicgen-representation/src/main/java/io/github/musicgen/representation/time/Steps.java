package io.github.musicgen.representation.time;

/** The bounds of steps on a grid. */
final class Steps {
    private Steps() {}

    static void requireDensity(String name, int steps) {
        if (steps < 1 || steps > Grid.MAX_STEPS) {
            throw new IllegalArgumentException(name + " must be 1.." + Grid.MAX_STEPS + ", but was " + steps);
        }
    }

    static void requireStep(int step) {
        if (step < 0) {
            throw new IllegalArgumentException("step must be 0 or more, but was " + step);
        }
    }

    static long requireTick(long tick, int step) {
        if (tick > Ticks.MAX) {
            throw beyondLastTick(step);
        }
        return tick;
    }

    static IllegalArgumentException beyondLastTick(int step) {
        return new IllegalArgumentException("step " + step + " lies beyond the last tick, " + Ticks.MAX);
    }

    static int requireInt(long step, long tick) {
        if (step > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "step at tick " + tick + " must be 0.." + Integer.MAX_VALUE + ", but was " + step);
        }
        return (int) step;
    }
}
