package io.github.musicgen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The music of docs/models/samples is still what the models write: the commands are those of docs/models/samples.sh. */
class SamplesTest {
    private static final Path SAMPLES = Path.of("../../docs/models/samples");

    @TempDir
    Path folder;

    private static Map<String, List<Object>> commands() {
        Map<String, List<Object>> commands = new TreeMap<>();
        for (int seed = 1; seed <= 3; seed++) {
            for (String model : List.of("folk", "classical", "songbook")) {
                commands.put(model + "-" + seed, List.of("generate", "--model", model, "--steps", 128, "--seed", seed));
            }
            commands.put("arcade-" + seed, List.of("band", "compose", "--seconds", 32, "--seed", seed));
        }
        Path drawn = SAMPLES.resolve("two-bars-drawn.mid");
        commands.put("two-bars-drawn", List.of("space", "draw", "--count", 4, "--seed", 1));
        commands.put(
                "two-bar-drums-drawn", List.of("space", "draw", "--model", "two-bar-drums", "--count", 4, "--seed", 1));
        commands.put(
                "two-bars-blended",
                List.of("space", "blend", "--seed", 1, "--count", 5, "--from", drawn, "--to", drawn, "--to-bar", 7));
        return commands;
    }

    @Test
    void samples_areWhatTheCommandsWrite() throws IOException {
        for (Map.Entry<String, List<Object>> sample : commands().entrySet()) {
            Path music = folder.resolve(sample.getKey() + ".mid");
            Path picture = folder.resolve(sample.getKey() + ".svg");
            List<Object> command = new ArrayList<>(sample.getValue());
            command.addAll(List.of("-o", music));
            assertThat(CommandLineRun.of(command.toArray()).exitCode())
                    .as(sample.getKey())
                    .isZero();
            assertThat(CommandLineRun.of("convert", music, picture).exitCode()).isZero();
            assertThat(music).hasSameBinaryContentAs(SAMPLES.resolve(music.getFileName()));
            assertThat(picture).hasSameBinaryContentAs(SAMPLES.resolve(picture.getFileName()));
        }
    }

    @Test
    void samples_areNoOthers() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\.(mid|svg)$", ""))
                            .distinct())
                    .containsExactlyInAnyOrderElementsOf(commands().keySet());
        }
    }
}
