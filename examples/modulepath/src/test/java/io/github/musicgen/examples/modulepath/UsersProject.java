package io.github.musicgen.examples.modulepath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.Generator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** A project of somebody who uses what we publish. */
final class UsersProject {
    static final Path FOLDER = Path.of("src", "test", "user");

    private UsersProject() {}

    /** What its program must print, made by this JVM. */
    static String pitches() throws IOException {
        String pitches = Generator.load("folk")
                .fromScratch()
                .steps(64)
                .seed(7)
                .generate()
                .whole()
                .notes()
                .map(note -> String.valueOf(note.pitch()))
                .collect(Collectors.joining(" "));
        assertThat(pitches).hasSizeGreaterThan(20);
        return pitches;
    }
}
