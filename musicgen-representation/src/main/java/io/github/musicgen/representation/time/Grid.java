package io.github.musicgen.representation.time;

/**
 * Evenly spaced steps that music is quantized to: so many to a quarter note, or so many to a second.
 *
 * <p>A position goes to the nearest step, halves up: {@code step = floor(t * stepsPerUnit + 1/2)}, computed without leaving the
 * integers.
 */
public sealed interface Grid {
    /** The finest grid. */
    int MAX_STEPS = 1 << 20;

    /**
     * A grid in musical time, which a change of tempo does not touch.
     *
     * @param steps steps per quarter note: 4 for sixteenths, 3 for triplets, 12 for both
     * @return the grid
     */
    static Grid perQuarter(int steps) {
        return new PerQuarter(steps);
    }

    /**
     * A grid in clock time.
     *
     * @param steps steps per second
     * @return the grid
     */
    static Grid perSecond(int steps) {
        return new PerSecond(steps);
    }

    /**
     * The step nearest to a tick, halves up.
     *
     * @param tick the position
     * @param tempoMap the tempos and the resolution of the music
     * @return the step
     * @throws IllegalArgumentException if the step does not fit into an {@code int}
     */
    int stepAt(long tick, TempoMap tempoMap);

    /**
     * The tick nearest to a step, halves up.
     *
     * @param step the step
     * @param tempoMap the tempos and the resolution of the music
     * @return the tick
     * @throws IllegalArgumentException if the step is negative or lies beyond the last tick
     */
    long tickAt(int step, TempoMap tempoMap);

    /**
     * How fine ticks must be to tell the steps of this grid apart: the least multiple of a resolution at which every step has a
     * tick of its own, so that {@code stepAt(tickAt(step)) == step}. Steps per quarter then fall on their ticks exactly; steps
     * per second lie within half a tick of theirs. Where {@link Ticks#MAX_PER_QUARTER} leaves no such multiple, the largest.
     *
     * @param tempoMap the tempos and the present resolution of the music
     * @return ticks per quarter note
     */
    int resolutionFor(TempoMap tempoMap);

    /**
     * Steps in musical time.
     *
     * @param steps steps per quarter note
     */
    record PerQuarter(int steps) implements Grid {
        /** Checks the number of steps. */
        public PerQuarter {
            Steps.requireDensity("steps per quarter", steps);
        }

        @Override
        public int stepAt(long tick, TempoMap tempoMap) {
            long step = Ticks.roundedQuotient(Ticks.require("tick", tick) * steps, tempoMap.ticksPerQuarter());
            return Steps.requireInt(step, tick);
        }

        @Override
        public long tickAt(int step, TempoMap tempoMap) {
            Steps.requireStep(step);
            return Steps.requireTick(Ticks.roundedQuotient((long) step * tempoMap.ticksPerQuarter(), steps), step);
        }

        @Override
        public int resolutionFor(TempoMap tempoMap) {
            int present = tempoMap.ticksPerQuarter();
            return Ticks.multipleOf(present, steps / Ticks.greatestCommonDivisor(steps, present));
        }
    }

    /**
     * Steps in clock time.
     *
     * @param steps steps per second
     */
    record PerSecond(int steps) implements Grid {
        /** Checks the number of steps. */
        public PerSecond {
            Steps.requireDensity("steps per second", steps);
        }

        @Override
        public int stepAt(long tick, TempoMap tempoMap) {
            long units = tempoMap.unitsAt(tick);
            long perSecond = tempoMap.unitsPerSecond();
            // Whole seconds and the rest apart, so that the product stays within a long.
            long wholeSeconds = units / perSecond;
            long rest = Ticks.roundedQuotient(units % perSecond * steps, perSecond);
            return Steps.requireInt(wholeSeconds * steps + rest, tick);
        }

        @Override
        public long tickAt(int step, TempoMap tempoMap) {
            Steps.requireStep(step);
            long perSecond = tempoMap.unitsPerSecond();
            int wholeSeconds = step / steps;
            // 2^31 seconds of 2^35 units would overflow.
            if (wholeSeconds > tempoMap.unitsAt(Ticks.MAX) / perSecond) {
                throw Steps.beyondLastTick(step);
            }
            long halfUnits = 2L * wholeSeconds * perSecond + 2L * (step % steps) * perSecond / steps;
            return Steps.requireTick(tempoMap.tickAtHalfUnits(halfUnits), step);
        }

        @Override
        public int resolutionFor(TempoMap tempoMap) {
            long slowest = tempoMap.tempos().stream()
                    .mapToInt(Tempo::microsecondsPerQuarter)
                    .max()
                    .orElseThrow();
            return Ticks.multipleOf(tempoMap.ticksPerQuarter(), slowest * steps / tempoMap.unitsPerSecond() + 1);
        }
    }
}
