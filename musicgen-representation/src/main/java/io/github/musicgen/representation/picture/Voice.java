package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.GeneralMidi;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of which something is seen, with its color.
 *
 * @param part the part
 * @param ink its color: the same in every passage of a piece
 * @param notes those of its notes that sound within the passage
 */
record Voice(Part part, Ink ink, List<Note> notes) {

    static List<Voice> of(NoteSequence sequence, long fromTick, long toTick) {
        List<Voice> voices = new ArrayList<>();
        int withNotes = 0;
        for (Part part : sequence.parts()) {
            List<Note> seen = part.notes().stream()
                    .filter(note -> note.startTick() < toTick
                            && (note.startTick() >= fromTick || (!part.drums() && note.endTick() > fromTick)))
                    .toList();
            if (!seen.isEmpty()) {
                voices.add(new Voice(part, Ink.ofPart(withNotes), seen));
            }
            withNotes += part.notes().isEmpty() ? 0 : 1;
        }
        return voices;
    }

    boolean drums() {
        return part.drums();
    }

    String label() {
        if (!part.name().isBlank()) {
            return part.name().strip();
        }
        return part.drums() ? "Drums" : GeneralMidi.programName(part.program());
    }
}
