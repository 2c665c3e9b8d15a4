package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.TempoMap;
import io.github.musicgen.representation.time.Ticks;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of music whose notes count steps on a grid.
 *
 * <p>Only notes are quantized. The outline keeps all the rest (tempos, meters, keys, controllers, lyrics) exactly where it was,
 * in ticks, so that nothing but the notes has moved when the music goes back.
 *
 * @param grid the grid
 * @param outline the music that was quantized, without its notes
 * @param parts the notes: one part for each part of the outline, in its order
 */
public record QuantizedSequence(Grid grid, NoteSequence outline, List<QuantizedPart> parts) {

    /** Checks that the parts are those of the outline, which has no notes; copies the list. */
    public QuantizedSequence {
        parts = List.copyOf(parts);
        if (parts.size() != outline.parts().size()) {
            throw new IllegalArgumentException("a quantized sequence must have as many parts as its outline, "
                    + outline.parts().size() + ", but had " + parts.size());
        }
        if (outline.notes().findAny().isPresent()) {
            throw new IllegalArgumentException("the outline of a quantized sequence must have no notes, but had "
                    + outline.notes().count());
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isOf(outline.parts().get(i))) {
                throw new IllegalArgumentException("part " + i
                        + " of a quantized sequence must have the name, program and kind of the outline's, \""
                        + outline.parts().get(i).name() + "\", but was \""
                        + parts.get(i).name() + "\"");
            }
        }
    }

    static QuantizedSequence of(NoteSequence sequence, Grid grid) {
        List<QuantizedPart> quantized = new ArrayList<>();
        List<Part> emptied = new ArrayList<>();
        for (Part part : sequence.parts()) {
            List<QuantizedNote> notes = part.notes().stream()
                    .map(note -> quantize(note, grid, sequence))
                    .toList();
            quantized.add(new QuantizedPart(part.name(), part.program(), part.drums(), notes));
            emptied.add(part.withNotes(List.of()));
        }
        return new QuantizedSequence(grid, sequence.withParts(emptied), quantized);
    }

    private static QuantizedNote quantize(Note note, Grid grid, NoteSequence sequence) {
        int start = grid.stepAt(note.startTick(), sequence.tempoMap());
        int end = grid.stepAt(note.endTick(), sequence.tempoMap());
        return new QuantizedNote(note.pitch(), note.velocity(), start, Math.max(start + 1, end));
    }

    /**
     * The step nearest to a tick of the outline.
     *
     * @param tick the position
     * @return the step
     */
    public int stepAt(long tick) {
        return grid.stepAt(tick, outline.tempoMap());
    }

    /**
     * Where the last note ends.
     *
     * @return the step, 0 if there are no notes
     */
    public int endStep() {
        return parts.stream()
                .flatMap(part -> part.notes().stream())
                .mapToInt(QuantizedNote::endStep)
                .max()
                .orElse(0);
    }

    /**
     * Back to ticks: every note at the ticks nearest to its steps, everything else where it was. The resolution becomes {@link
     * Grid#resolutionFor the one that the grid needs}, a multiple of the present one.
     *
     * <p>With h for the length of a step and d for that of a tick, music that was quantized and comes back
     * <ul>
     *   <li>has its onsets within h/2 of where they were on a grid per quarter, where steps fall on ticks. Steps per second
     *       seldom do: there it is h/2 + d/2, half a step from the onset to its step and half a tick from there to the tick.
     *   <li>has its ends within the same distance, or one step after the onset's step where a note would have had no length.
     *   <li>quantizes to the same steps again, since d/2 is less than h/2.
     * </ul>
     * A grid per quarter whose common multiple with the resolution exceeds {@link Ticks#MAX_PER_QUARTER} follows the law of
     * steps per second. Steps that are shorter than the shortest tick may share one: then the last law does not hold.
     *
     * @return the music counted in ticks
     * @throws IllegalArgumentException if a step lies beyond the last possible tick
     */
    public NoteSequence unquantize() {
        NoteSequence frame = outline.withResolution(resolution());
        List<Part> filled = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            List<Note> notes = parts.get(i).notes().stream()
                    .map(note -> unquantize(note, frame.tempoMap()))
                    .toList();
            filled.add(frame.parts().get(i).withNotes(notes));
        }
        return frame.withParts(filled);
    }

    /** What the grid needs, unless that would move the end beyond the last tick. */
    private int resolution() {
        long mostTimesFiner = Ticks.MAX / Math.max(1, outline.endTick());
        int present = outline.ticksPerQuarter();
        return present * (int) Math.min(mostTimesFiner, grid.resolutionFor(outline.tempoMap()) / present);
    }

    private Note unquantize(QuantizedNote note, TempoMap tempoMap) {
        return new Note(
                note.pitch(),
                note.velocity(),
                grid.tickAt(note.startStep(), tempoMap),
                grid.tickAt(note.endStep(), tempoMap));
    }
}
