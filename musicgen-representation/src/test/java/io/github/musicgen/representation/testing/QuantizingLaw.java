package io.github.musicgen.representation.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.Tempo;
import io.github.musicgen.representation.time.TempoMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The law of quantizing and unquantizing, checked in exact arithmetic: onsets and ends come back within half a step (and half a
 * tick, where steps do not fall on ticks), or ends one step after the step of their onset.
 */
public final class QuantizingLaw {
    private final Grid grid;
    private final TempoMap tempoMap; // at the resolution of the music that came back
    private final NavigableMap<Long, Long> startTimes; // of tempos, by their ticks

    private QuantizingLaw(Grid grid, TempoMap tempoMap) {
        this.grid = grid;
        this.tempoMap = tempoMap;
        this.startTimes = startTimes(tempoMap);
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
        long distance = Math.abs(time(after) - time(before));
        // Everything times twice the steps, so that half a step is a whole number.
        long bound = Math.addExact(stepTimesSteps(), Math.multiplyExact(tick(after), steps()));
        // Not by AssertJ, which would take most of the time of a corpus.
        if (Math.multiplyExact(distance, 2L * steps()) > bound) {
            fail("tick %d came back at %d, too far away on %s", before, after, grid);
        }
    }

    /** Ticks on a grid per quarter; on one per second microseconds times the resolution, of which a tick has a whole number. */
    private long time(long tick) {
        if (grid instanceof Grid.PerQuarter) {
            return tick;
        }
        Map.Entry<Long, Long> start = startTimes.floorEntry(tick);
        return start.getValue() + (tick - start.getKey()) * microsecondsPerQuarter(start.getKey());
    }

    private static NavigableMap<Long, Long> startTimes(TempoMap tempoMap) {
        NavigableMap<Long, Long> times = new TreeMap<>(Map.of(0L, 0L));
        for (Tempo tempo : tempoMap.tempos()) {
            Map.Entry<Long, Long> last = times.lastEntry();
            long length = tempo.tick() - last.getKey();
            int before = tempoMap.tempoAt(last.getKey()).microsecondsPerQuarter();
            times.put(tempo.tick(), Math.addExact(last.getValue(), Math.multiplyExact(length, before)));
        }
        return times;
    }

    /** A step in the unit of {@link #time}, times the steps of the grid. */
    private long stepTimesSteps() {
        long quarter = tempoMap.ticksPerQuarter();
        return grid instanceof Grid.PerQuarter ? quarter : 1_000_000 * quarter;
    }

    /** The longer of the ticks before and after one, in the unit of {@link #time}; nothing where every step is a tick. */
    private long tick(long tick) {
        if (grid instanceof Grid.PerQuarter) {
            return tempoMap.ticksPerQuarter() % steps() == 0 ? 0 : 1;
        }
        return Math.max(microsecondsPerQuarter(tick), microsecondsPerQuarter(Math.max(0, tick - 1)));
    }

    private int microsecondsPerQuarter(long tick) {
        return tempoMap.tempoAt(tick).microsecondsPerQuarter();
    }

    private int steps() {
        return grid instanceof Grid.PerQuarter perQuarter ? perQuarter.steps() : ((Grid.PerSecond) grid).steps();
    }
}
