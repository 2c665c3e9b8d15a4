package io.github.musicgen.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the start script as it was assembled. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script for sh is tested here")
class StartScriptIT {

    private static final Path SCRIPT = Path.of(System.getProperty("application.directory"), "bin", "musicgen")
            .toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void version_fromAnotherDirectory_isThatOfTheBuild() throws Exception {
        Run run = run(SCRIPT, thisJava(), "--version");
        assertThat(run).isEqualTo(new Run(0, "musicgen " + System.getProperty("project.version") + "\n", ""));
    }

    @Test
    void version_throughRelativeLinksInADirectoryWithSpaces_isFound() throws Exception {
        Path folder = Files.createDirectory(directory.resolve("my programs"));
        Files.createSymbolicLink(folder.resolve("first"), SCRIPT);
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));
        assertThat(run(second, thisJava(), "--version").exitCode()).isZero();
    }

    @Test
    void arguments_withSpacesAndStars_arriveWhole() throws Exception {
        Run run = run(SCRIPT, thisJava(), "two  words *");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("\"two  words *\"");
    }

    @Test
    void name_thatTheLocaleCannotHold_isSaidInOneLine() throws Exception {
        Path caller = directory.resolve("caller");
        Files.writeString(caller, "#!/bin/sh\nLC_ALL=C exec '" + SCRIPT + "' inspect '\u00fc \u00f6.mid'\n", UTF_8);
        assertThat(caller.toFile().setExecutable(true)).isTrue();
        Run run = run(caller, thisJava());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("musicgen: ").hasLineCount(1);
    }

    @Test
    void java_thatOfJavaHome_isTaken() throws Exception {
        Path java = Files.createDirectories(directory.resolve("a jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Run run = run(SCRIPT, directory.resolve("a jdk"), "x y");
        assertThat(run.out().lines())
                .startsWith("--add-exports", "java.desktop/com.sun.media.sound=ALL-UNNAMED", "-cp")
                .endsWith(MusicgenCommand.class.getName(), "x y");
    }

    @Test
    void java_missing_isSaidInOneLine() throws Exception {
        Run run = run(SCRIPT, directory.resolve("nowhere"), "--version");
        assertThat(run.exitCode()).isEqualTo(127);
        assertThat(run.err()).startsWith("musicgen needs Java 17 or later").hasLineCount(1);
    }

    private static Path thisJava() {
        return Path.of(System.getProperty("java.home"));
    }

    private Run run(Path script, Path javaHome, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out.txt");
        Path err = directory.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(Map.of("JAVA_HOME", javaHome.toString()));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        int exitCode = process.waitFor();
        return new Run(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private record Run(int exitCode, String out, String err) {}
}
