package io.github.musicgen.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the packaged program gives a shell: completion, manual pages, colours; each looked at by the program that it is for. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "these are shells of Unix")
class ShellIT {
    private static final Path APPLICATION =
            Path.of(System.getProperty("application.directory")).toAbsolutePath();
    private static final String MUSICGEN = APPLICATION.resolve("bin/musicgen").toString();
    private static final Path PAGES = APPLICATION.resolve("share/man/man1");
    private static final String ESCAPE = "\u001B[";

    @TempDir
    private Path folder;

    @Test
    void completion_sourcedInBash_offersCommandsOptionsAndModels() throws Exception {
        assumeFound("bash");
        Files.writeString(folder.resolve("completion.sh"), run(List.of(MUSICGEN, "completion")));
        Files.writeString(folder.resolve("ask.sh"), """
                set -eu
                . ./completion.sh
                complete -p musicgen
                compopt() { :; } # which bash has while it completes alone
                ask() {
                    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE} COMPREPLY=()
                    _complete_musicgen
                    echo "$* -> ${COMPREPLY[*]}"
                }
                ask musicgen gen
                ask musicgen generate --te
                ask musicgen generate --model fo
                ask musicgen models sh
                """);

        assertThat(run(List.of("bash", "ask.sh")).lines().map(String::strip))
                .anyMatch(line -> line.startsWith("complete ") && line.endsWith(" musicgen"))
                .contains(
                        "musicgen gen -> generate",
                        "musicgen generate --te -> --temperature",
                        "musicgen generate --model fo -> folk",
                        "musicgen models sh -> show");
    }

    @Test
    void manualPages_areThereForEveryCommand() throws Exception {
        assertThat(commands(MusicgenCommand.commandLine()))
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(PAGES.resolve(name + ".1"))
                        .content()
                        .startsWith(".TH ")
                        .contains(".SH \"OPTIONS\"", ".SH \"EXIT STATUS\""));
    }

    @Test
    void manualPages_areRenderedByMan_withoutAWarning() throws Exception {
        assumeFound("man");
        for (String name : commands(MusicgenCommand.commandLine()).toList()) {
            String shown = run(List.of(
                    "man",
                    "--warnings",
                    "-P",
                    "cat",
                    "-l",
                    PAGES.resolve(name + ".1").toString()));
            assertThat(shown)
                    .as(name)
                    .contains("NAME", name + " - ", "SYNOPSIS", "OPTIONS")
                    .doesNotContain("warning:");
        }
        assertThat(run(List.of(
                        "man",
                        "-P",
                        "cat",
                        "-l",
                        PAGES.resolve("musicgen-generate.1").toString())))
                .contains("--temperature T", "musicgen generate -o tune.mid -o tune.wav -o tune.svg", "./folk");
    }

    @Test
    void help_isColouredOnATerminalAlone_andNotWhereNoColorIsWished() throws Exception {
        assertThat(run(List.of(MUSICGEN, "--help"))).doesNotContain(ESCAPE);
        assumeFound("script");

        assertThat(onATerminal("'" + MUSICGEN + "' --help")).contains(ESCAPE);
        assertThat(onATerminal("NO_COLOR=1 '" + MUSICGEN + "' --help")).doesNotContain(ESCAPE);
    }

    /** Keys at a terminal that is none of hardware; there is neither sound nor a person, so that nothing has to be waited for. */
    @Test
    void jam_onTheKeysOfATerminal_answersAndLeavesItAsItWas() throws Exception {
        assumeFound("script");
        Files.writeString(folder.resolve("keys"), "adg");

        String shown = onATerminal(
                "stty -a > before; '" + MUSICGEN
                        + "' jam --silent --seed 3 --tempo 300 --pause 0.5 --bars 1 --answers 1 --record jam.mid; stty -a > after");

        assertThat(shown).contains("an octave lower, higher", "you:", "folk:");
        assertThat(folder.resolve("jam.mid")).isNotEmptyFile();
        assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
    }

    private String onATerminal(String command) throws Exception {
        Path typed = folder.resolve("keys");
        String input = Files.exists(typed) ? "(sleep 1; cat keys; sleep 5) | " : "";
        return run(List.of("sh", "-c", input + "script -qec \"" + command.replace("\"", "\\\"") + "\" /dev/null"));
    }

    private static Stream<String> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command.getCommandSpec().qualifiedName("-")),
                command.getSubcommands().values().stream().flatMap(ShellIT::commands));
    }

    private static void assumeFound(String program) {
        boolean found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        assumeTrue(found, "there is no " + program);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path printed = folder.resolve("printed.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TERM", "xterm");
        builder.environment().put("MANWIDTH", "120");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("NO_COLOR");
        int exitCode = builder.start().waitFor();
        String text = Files.readString(printed, UTF_8);
        assertThat(exitCode).as(text).isZero();
        return text;
    }
}
