package io.github.musicgen.api.run;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.List;

/** Puts a continuation into the music that it continues, of which nothing changes. */
public final class Composition {
    private static final String NAME = "Melody";
    private static final int VELOCITY = 100;

    private final Primer primer;
    private final Melody continuation;

    /**
     * Prepares a composition.
     *
     * @param primer what was continued
     * @param continuation how
     */
    public Composition(Primer primer, Melody continuation) {
        this.primer = primer;
        this.continuation = continuation;
    }

    /**
     * The primer, tick for tick, and then the continuation, in the part that it continues.
     *
     * @return all of it; it ends with the last step of the continuation, or where the primer does, if that is later
     */
    public NoteSequence whole() {
        NoteSequence music = primer.music();
        List<Part> parts = new ArrayList<>(music.parts());
        if (parts.isEmpty()) {
            parts.add(Part.builder(NAME).build());
        }
        Part part = parts.get(primer.part());
        List<Note> notes = new ArrayList<>(part.notes());
        notes.addAll(newNotes(velocity(part.notes())));
        parts.set(primer.part(), part.withNotes(notes));
        return new NoteSequence(
                music.title(),
                music.tempoMap(),
                music.meterMap(),
                music.keySignatures(),
                parts,
                music.chordSymbols(),
                music.markers(),
                Math.max(music.endTick(), primer.tickAt(continuation.endStep())));
    }

    /**
     * The continuation alone.
     *
     * @return the new notes in a part like that which they continue; the first step lies at tick 0
     */
    public NoteSequence continuation() {
        NoteSequence whole = whole();
        List<Part> part = List.of(whole.parts().get(primer.part()));
        return whole.withParts(part)
                .trim(primer.tickAt(continuation.startStep()), primer.tickAt(continuation.endStep()));
    }

    private List<Note> newNotes(int velocity) {
        List<Note> notes = new ArrayList<>();
        for (QuantizedNote note :
                continuation.toQuantizedPart(NAME, 0, velocity).notes()) {
            notes.add(new Note(note.pitch(), velocity, primer.tickAt(note.startStep()), primer.tickAt(note.endStep())));
        }
        return notes;
    }

    /** As loud as what is continued, on average. */
    private static int velocity(List<Note> notes) {
        long sum = 0;
        for (Note note : notes) {
            sum += note.velocity();
        }
        return notes.isEmpty() ? VELOCITY : (int) (sum / notes.size());
    }
}
