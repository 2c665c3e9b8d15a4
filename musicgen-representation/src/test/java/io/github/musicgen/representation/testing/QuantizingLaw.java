package io.github.musicgen.representation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.TempoMap;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The law of quantizing and unquantizing, checked in exact arithmetic: onsets and ends come back within half a step (and half a
 * tick, where steps do not fall on ticks), or ends one step after the step of their onset.
 */
public final class QuantizingLaw {
    private final Grid grid;
    private final TempoMap tempoMap; // at the resolution of the music that came back

    private QuantizingLaw(Grid grid, TempoMap tempoMap) {
        this.grid = grid;
        this.tempoMap = tempoMap;
    }

    /** Checks the law for all notes of a sequence. */
    public static void check(NoteSequence sequence, Grid grid) {
        NoteSequence back = sequence.quantize(grid).unquantize();
        int finer = back.ticksPerQuarter() / sequence.ticksPerQuarter();
        QuantizingLaw law = new QuantizingLaw(grid, back.tempoMap());
        for (int i = 0; i < sequence.parts().size(); i++) {
            Part part = sequence.parts().get(i);
            List<Note> expected = new ArrayList<>();
            for (Note note : part.notes()) {
                expected.add(law.check(note.withTicks(finer * note.startTick(), finer * note.endTick())));
            }
            assertThat(back.parts().get(i).notes())
                    .isEqualTo(expected.stream().sorted().toList());
        }
    }

    /** Where a note must come back to, which is checked to be close to where it was. */
    private Note check(Note note) {
        int startStep = grid.stepAt(note.startTick(), tempoMap);
        int endStep = grid.stepAt(note.endTick(), tempoMap);
        long start = grid.tickAt(startStep, tempoMap);
        long end = grid.tickAt(Math.max(startStep + 1, endStep), tempoMap);
        assertClose(note.startTick(), start);
        if (endStep > startStep) {
            assertClose(note.endTick(), end);
        }
        return note.withTicks(start, end);
    }

    private void assertClose(long before, long after) {
        // Everything times twice the steps, so that half a step is a whole number.
        BigInteger distance = time(after).subtract(time(before)).abs().multiply(BigInteger.valueOf(2L * steps()));
        BigInteger halfStep = grid instanceof Grid.PerQuarter
                ? BigInteger.valueOf(tempoMap.ticksPerQuarter())
                : ExactTime.unitsPerSecond(tempoMap);
        assertThat(distance)
                .as("distance of tick %d from %d on %s", after, before, grid)
                .isLessThanOrEqualTo(halfStep.add(halfTick(after).multiply(BigInteger.valueOf(steps()))));
    }

    /** Ticks on a grid per quarter, fine units of time on one per second. */
    private BigInteger time(long tick) {
        return grid instanceof Grid.PerQuarter ? BigInteger.valueOf(tick) : ExactTime.unitsAt(tempoMap, tick);
    }

    /** Twice the half, in the unit of {@link #time}; nothing where every step is a tick. */
    private BigInteger halfTick(long tick) {
        if (grid instanceof Grid.PerQuarter) {
            return tempoMap.ticksPerQuarter() % steps() == 0 ? BigInteger.ZERO : BigInteger.ONE;
        }
        int here = tempoMap.tempoAt(tick).microsecondsPerQuarter();
        int before = tempoMap.tempoAt(Math.max(0, tick - 1)).microsecondsPerQuarter();
        return BigInteger.valueOf(Math.max(here, before));
    }

    private int steps() {
        return grid instanceof Grid.PerQuarter perQuarter ? perQuarter.steps() : ((Grid.PerSecond) grid).steps();
    }
}
