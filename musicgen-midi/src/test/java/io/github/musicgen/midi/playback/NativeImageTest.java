package io.github.musicgen.midi.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** GraalVM keeps for reflection only the classes that a jar names; those that this module asks for by name are all named. */
class NativeImageTest {
    private static final String CONFIG = "/META-INF/native-image/io.github.musicgen/musicgen-midi/reflect-config.json";
    private static final Pattern REFLECTION = Pattern.compile("Class\\.forName\\(INTERNALS \\+ \"\\.(\\w+)\"\\)");
    private static final Pattern ANY_REFLECTION = Pattern.compile("Class\\.forName\\(");

    @Test
    void classes_thatAreAskedForByName_areAllNamed() throws Exception {
        String config = Files.readString(Path.of(Objects.requireNonNull(NativeImageTest.class.getResource(CONFIG))
                .toURI()));
        String sources = sources();
        List<String> asked = REFLECTION
                .matcher(sources)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(asked).isNotEmpty().hasSize((int)
                ANY_REFLECTION.matcher(sources).results().count());
        assertThat(asked).allMatch(name -> config.contains("\"com.sun.media.sound." + name + "\""));
    }

    private static String sources() throws Exception {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(NativeImageTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
