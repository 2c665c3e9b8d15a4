package io.github.musicgen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.files.MusicFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Does what the README tells its readers to do. */
class ReadmeIT {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final String TUNE = "examples/tunes/harbour-lights.abc";
    private static final String PROGRAM = "examples/cli/target/musicgen/bin/musicgen ";

    private static final Path MODEL = ROOT.resolve("musicgen-api/src/test/resources/bundles/0.1/attention.safetensors");

    private static final List<String> IMPORTS = List.of(
            "io.github.musicgen.api",
            "io.github.musicgen.api.bundle",
            "io.github.musicgen.api.melodyrnn",
            "io.github.musicgen.midi",
            "io.github.musicgen.midi.files",
            "io.github.musicgen.models.corpus",
            "io.github.musicgen.models.training",
            "io.github.musicgen.representation.encoding",
            "io.github.musicgen.representation.melody",
            "io.github.musicgen.representation.picture",
            "io.github.musicgen.representation.sequence",
            "io.github.musicgen.representation.time",
            "java.nio.file");

    @TempDir
    private Path folder;

    static Stream<String> commands() throws Exception {
        return Files.readString(ROOT.resolve("README.md")).lines().filter(line -> line.startsWith(PROGRAM));
    }

    @ParameterizedTest
    @MethodSource("commands")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the README shows the script for sh")
    void command_succeeds_andWritesWhatItSays(String command) throws Exception {
        List<String> words = Arrays.asList(command.split(" "));
        Path output = ROOT.resolve(words.get(words.size() - 1));
        boolean writes = words.contains("convert") || words.contains("continue");
        if (writes) {
            Files.deleteIfExists(output);
        }
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder("sh", "-c", command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();

        assertThat(process.waitFor()).as(() -> read(printed)).isZero();
        if (writes) {
            assertThat(output).isNotEmptyFile();
        } else {
            assertThat(read(printed)).contains("\"parts\"");
        }
    }

    @Test
    void commands_areThere() throws Exception {
        assertThat(commands()).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void options_areThoseOfTheCommandsNextToThem() throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Pattern.compile("\\| `(\\w+) .*")
                .matcher(readme)
                .results()
                .forEach(row -> Pattern.compile("--[a-z]+")
                        .matcher(row.group())
                        .results()
                        .forEach(option -> assertThat(spec(row.group(1)).findOption(option.group()))
                                .as(row.group())
                                .isNotNull()));
        for (String command : List.of("convert", "melody", "score", "continue")) {
            assertThat(spec(command).optionsMap()).containsKeys("--repair", "--tune");
        }
        assertThat(MusicFormat.values())
                .flatExtracting(MusicFormat::extensions)
                .allSatisfy(extension -> assertThat(readme).contains(extension));
    }

    private static CommandSpec spec(String command) {
        CommandLine found = MusicgenCommand.commandLine().getSubcommands().get(command);
        return Objects.requireNonNull(found, command).getCommandSpec();
    }

    @Test
    void javaCode_compilesAndRuns() throws Exception {
        Path source = folder.resolve("Readme.java");
        Files.writeString(source, program(javaCode()));
        Files.copy(MODEL, folder.resolve("attention_rnn.mag")); // what a file is is told by its content
        MusicFiles.write(MusicFiles.read(ROOT.resolve(TUNE)), folder.resolve("song.mxl"));
        Path tunes = Files.createDirectory(folder.resolve("tunes"));
        for (int seed = 0; seed < 12; seed++) {
            MusicFiles.write(SampleMusic.tune(seed), tunes.resolve("tune" + seed + ".mid"));
        }
        Path printed = folder.resolve("printed");

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();

        assertThat(process.waitFor()).as(() -> read(printed)).isZero();
        assertThat(folder.resolve("continued.mid")).isNotEmptyFile();
        assertThat(folder.resolve("tunes.safetensors")).isNotEmptyFile();
        assertThat(folder.resolve("song.svg")).isNotEmptyFile();
        assertThat(folder.resolve("melody-1.mid")).isNotEmptyFile();
    }

    /** All of it, as one program. */
    private static String javaCode() throws IOException {
        return Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(code -> code.group(1))
                .collect(Collectors.joining());
    }

    private static String program(String code) {
        StringBuilder source = new StringBuilder();
        IMPORTS.forEach(each -> source.append("import ").append(each).append(".*;\n"));
        return source.append("class Readme {\n    public static void main(String[] arguments) throws Exception {\n")
                .append(code)
                .append("    }\n}\n")
                .toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
