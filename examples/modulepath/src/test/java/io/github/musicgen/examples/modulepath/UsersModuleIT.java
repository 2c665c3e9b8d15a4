package io.github.musicgen.examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles a user's module against our jars alone: without the annotations that we compile with. */
class UsersModuleIT {

    @TempDir
    private Path directory;

    @Test
    void module_requiringTheApi_compilesWithoutAWarning() throws Exception {
        Path module = write("module-info.java", "module user { requires io.github.musicgen.api; }");
        Path type = write("User.java", """
                package user;

                import io.github.musicgen.api.Generation;
                import io.github.musicgen.api.Generator;
                import io.github.musicgen.api.bundle.Bundle;
                import io.github.musicgen.api.importer.ModelFiles;
                import io.github.musicgen.api.random.SeededRandom;
                import io.github.musicgen.midi.smf.MidiFile;
                import io.github.musicgen.midi.MidiWriter;
                import io.github.musicgen.representation.sequence.NoteSequence;

                class User {
                    Generation compose(java.nio.file.Path model) throws java.io.IOException {
                        Bundle bundle = ModelFiles.read(model).bundle();
                        return Generator.of(bundle).continuing(silence).inKey("D dorian").generate();
                    }

                    SeededRandom random = SeededRandom.ofSeed(1);
                    NoteSequence silence = NoteSequence.builder(480).build();
                    MidiFile file = MidiWriter.toMidiFile(silence);
                }
                """);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int exitCode = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-Xlint:all",
                        "-Werror",
                        "--module-path",
                        ModulePath.ofUsers(),
                        "-d",
                        directory.resolve("classes").toString(),
                        module.toString(),
                        type.toString());
        assertThat(exitCode).as(said::toString).isZero();
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text);
    }
}
