package io.github.musicgen.api.run;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Parts of a song, and what follows them: whoever has a part of the same name and sound goes on in it, others have parts of their own. */
final class JoinedParts {
    private JoinedParts() {}

    static List<Part> of(List<Part> song, List<Part> following) {
        List<Part> joined = new ArrayList<>(song);
        for (Part part : following) {
            OptionalInt own = IntStream.range(0, song.size())
                    .filter(i -> isPlayedAlike(song.get(i), part))
                    .findFirst();
            own.ifPresentOrElse(i -> joined.set(i, joined(joined.get(i), part)), () -> joined.add(part));
        }
        return joined;
    }

    private static boolean isPlayedAlike(Part one, Part other) {
        return one.name().equals(other.name()) && one.program() == other.program() && one.drums() == other.drums();
    }

    private static Part joined(Part part, Part following) {
        List<Note> notes = new ArrayList<>(part.notes());
        RingingPitches ringing = new RingingPitches();
        part.notes().forEach(ringing::add);
        following.notes().forEach(note -> ringing.whenFree(note).ifPresent(notes::add));
        return part.withNotes(notes);
    }
}
