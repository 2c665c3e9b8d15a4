package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of music in one meter, in steps.
 *
 * @param startStep where it begins, and with it a bar
 * @param endStep where the next one begins
 * @param meter the meter, whose own tick says nothing here
 * @param grid the grid of the steps
 */
record MeterSection(int startStep, int endStep, TimeSignature meter, Grid.PerQuarter grid) {

    /**
     * The sections of a piece, in order, without gaps. As in Magenta, a time signature that repeats the one before it changes
     * nothing, wherever it stands.
     */
    static List<MeterSection> of(QuantizedSequence sequence) {
        if (!(sequence.grid() instanceof Grid.PerQuarter grid)) {
            throw new IllegalArgumentException(
                    "melodies and drums need bars, so the grid must count steps per quarter note, but was "
                            + sequence.grid());
        }
        List<TimeSignature> meters = new ArrayList<>();
        for (TimeSignature meter : sequence.outline().meterMap().timeSignatures()) {
            if (meters.isEmpty() || !sameMeter(meters.get(meters.size() - 1), meter)) {
                meters.add(meter);
            }
        }
        int ticksPerQuarter = sequence.outline().ticksPerQuarter();
        List<MeterSection> sections = new ArrayList<>();
        for (int i = 0; i < meters.size(); i++) {
            int start = stepAt(meters.get(i), ticksPerQuarter, grid);
            int end = i + 1 < meters.size() ? stepAt(meters.get(i + 1), ticksPerQuarter, grid) : Integer.MAX_VALUE;
            if (start < end) {
                sections.add(new MeterSection(start, end, meters.get(i), grid));
            }
        }
        return sections;
    }

    private static boolean sameMeter(TimeSignature one, TimeSignature other) {
        return one.numerator() == other.numerator() && one.denominator() == other.denominator();
    }

    /** The nearest step. A time signature may lie beyond the last step, where no note can be. */
    private static int stepAt(TimeSignature meter, int ticksPerQuarter, Grid.PerQuarter grid) {
        long doubled = 2 * meter.tick() * grid.steps() + ticksPerQuarter;
        return (int) Math.min(Integer.MAX_VALUE, doubled / (2L * ticksPerQuarter));
    }

    boolean hasWholeBars() {
        return stepsPerBarTimesDenominator() % meter.denominator() == 0;
    }

    /** Steps in a bar; only where bars are whole. */
    int stepsPerBar() {
        return (int) (stepsPerBarTimesDenominator() / meter.denominator());
    }

    double exactStepsPerBar() {
        return (double) stepsPerBarTimesDenominator() / meter.denominator();
    }

    /** The bar line at or before a step of this section. */
    int barLineBefore(int step) {
        return step - (step - startStep) % stepsPerBar();
    }

    /** The first step at or after a step of this section where a melody may start: a bar line, or any step if bars are not whole. */
    long barLineAfter(int step) {
        return hasWholeBars() ? step + (long) Math.floorMod(startStep - step, stepsPerBar()) : step;
    }

    /** A note that starts in this section, as far as it lies within. */
    QuantizedNote cut(QuantizedNote note) {
        return note.endStep() <= endStep
                ? note
                : new QuantizedNote(note.pitch(), note.velocity(), note.startStep(), endStep);
    }

    private long stepsPerBarTimesDenominator() {
        return 4L * meter.numerator() * grid.steps();
    }
}
