package user;

import io.github.musicgen.api.Generator;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.stream.Collectors;

/** Makes a tune with a model that comes along, and prints its pitches. */
public final class User {
    public static void main(String[] arguments) throws Exception {
        NoteSequence tune =
                Generator.load("folk").fromScratch().steps(64).seed(7).generate().whole();
        System.out.println(tune.notes().map(note -> String.valueOf(note.pitch())).collect(Collectors.joining(" ")));
    }
}
