package io.github.musicgen.examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.StringJoiner;

/** The packaged jars that the tests put on the module path. */
final class ModulePath {

    private ModulePath() {}

    /** The jars that a user of {@code musicgen-api} gets, and these alone. */
    static String ofUsers() throws URISyntaxException {
        return of(SeededRandom.class, MidiFile.class, NoteSequence.class);
    }

    /** Those, and the jar of this example. */
    static String ofThisExample() throws URISyntaxException {
        return of(Tune.class, SeededRandom.class, MidiFile.class, NoteSequence.class);
    }

    private static String of(Class<?>... types) throws URISyntaxException {
        StringJoiner path = new StringJoiner(File.pathSeparator);
        for (Class<?> type : types) {
            Path jar = Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
            assertThat(jar).as("the place of %s", type).isRegularFile();
            path.add(jar.toString());
        }
        return path.toString();
    }
}
