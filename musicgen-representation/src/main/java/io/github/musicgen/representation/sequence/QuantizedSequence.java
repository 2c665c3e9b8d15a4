package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Grid;
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

    /** Checks that the parts are those of the outline; copies the list. */
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
}
