package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.sequence.GeneralMidi;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of which something is seen, with its color.
 *
 * @param part the part
 * @param label what it is called, with a number if others are called the same
 * @param ink its color: the same in every passage of a piece
 * @param notes those of its notes that sound within the passage
 */
record Voice(Part part, String label, Ink ink, List<Note> notes) {

    static List<Voice> of(NoteSequence sequence, long fromTick, long toTick) {
        List<Voice> voices = new ArrayList<>();
        List<Part> playing = sequence.parts().stream()
                .filter(part -> !part.notes().isEmpty())
                .toList();
        List<String> labels = labels(playing);
        for (int i = 0; i < playing.size(); i++) {
            Part part = playing.get(i);
            List<Note> seen = part.notes().stream()
                    .filter(note -> note.startTick() < toTick
                            && (note.startTick() >= fromTick || (!part.drums() && note.endTick() > fromTick)))
                    .toList();
            if (!seen.isEmpty()) {
                voices.add(new Voice(part, labels.get(i), Ink.ofPart(i), seen));
            }
        }
        return voices;
    }

    boolean drums() {
        return part.drums();
    }

    /** The same in every passage, as colors are; more parts than there are colors are told apart by their numbers alone. */
    private static List<String> labels(List<Part> parts) {
        Set<String> names = new HashSet<>();
        Set<String> shared =
                parts.stream().map(Voice::name).filter(name -> !names.add(name)).collect(Collectors.toSet());
        Map<String, Integer> named = new HashMap<>();
        return parts.stream()
                .map(Voice::name)
                .map(name -> shared.contains(name) ? name + " (" + named.merge(name, 1, Integer::sum) + ")" : name)
                .toList();
    }

    private static String name(Part part) {
        if (!part.name().isBlank()) {
            return part.name().strip();
        }
        return part.drums() ? "Drums" : GeneralMidi.programName(part.program());
    }
}
