package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.GenerationOptions;
import io.github.musicgen.representation.time.TimeSignature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How long the new melody is, in bars or in steps. */
final class LengthOptions {
    private static final int BARS = 8;
    private static final int QUARTERS_OF_A_WHOLE = 4;

    @ArgGroup
    private @Nullable Unit unit;

    /** One or the other. */
    static final class Unit {
        @Option(
                names = "--bars",
                paramLabel = "N",
                description = "How many bars to make, of 4/4 or of the meter of the music that is continued (default: "
                        + BARS + ").")
        private @Nullable Integer bars;

        @Option(
                names = "--steps",
                paramLabel = "N",
                description = "The same in steps; 16 are a bar of 4/4 in most models.")
        private @Nullable Integer steps;
    }

    /** Refuses what is out of bounds whatever the meter is. */
    void check() {
        if (unit != null && unit.bars != null && unit.bars < 1) {
            throw new IllegalArgumentException("--bars must be 1 or more, but was " + unit.bars);
        }
        if (unit != null && unit.steps != null && (unit.steps < 1 || unit.steps > GenerationOptions.MAX_STEPS)) {
            throw new IllegalArgumentException(
                    "--steps must be 1.." + GenerationOptions.MAX_STEPS + ", but was " + unit.steps);
        }
    }

    /**
     * The number of steps.
     *
     * @param meter what a bar is
     * @param stepsPerQuarter of the model
     */
    int steps(TimeSignature meter, int stepsPerQuarter) {
        if (unit != null && unit.steps != null) {
            return unit.steps;
        }
        long bars = unit == null || unit.bars == null ? BARS : unit.bars;
        long steps = bars * meter.numerator() * QUARTERS_OF_A_WHOLE * stepsPerQuarter / meter.denominator();
        if (steps > GenerationOptions.MAX_STEPS) {
            throw new IllegalArgumentException("--bars " + bars + " are " + steps + " steps, but at most "
                    + GenerationOptions.MAX_STEPS + " are made");
        }
        return (int) Math.max(1, steps);
    }
}
