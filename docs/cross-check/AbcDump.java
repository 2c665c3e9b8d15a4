import io.github.musicgen.midi.abc.AbcReader;
import io.github.musicgen.midi.abc.AbcTune;
import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes down what musicgen reads in ABC, for abc.py to compare. Takes a folder as its argument; of each n.abc in it for which
 * standard input has a line it makes n.notes: a line for each tune, and below it a line for each of its notes.
 */
public final class AbcDump {

    private AbcDump() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        BufferedReader names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 0;
        for (String name = names.readLine(); name != null; name = names.readLine()) {
            dump(name, folder, number++);
        }
    }

    private static void dump(String name, Path folder, int number) throws IOException {
        try (PrintWriter out = new PrintWriter(folder.resolve(number + ".notes").toFile(), StandardCharsets.UTF_8)) {
            for (AbcTune tune : AbcReader.readLenient(folder.resolve(number + ".abc"))) {
                dump(tune.number(), tune.sequence(), out);
            }
        } catch (MalformedAbcException hopeless) {
            System.out.println(name + ": refused: " + hopeless.getMessage());
        }
    }

    private static void dump(int number, NoteSequence sequence, PrintWriter out) {
        out.println("tune " + number + " " + sequence.ticksPerQuarter());
        for (Note note : (Iterable<Note>) sequence.notes()::iterator) {
            out.println(note.pitch() + " " + note.startTick() + " " + note.endTick());
        }
    }
}
