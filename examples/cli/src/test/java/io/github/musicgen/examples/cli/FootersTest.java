package io.github.musicgen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The help of every command ends with examples, and each of them is one that the command line takes. */
class FootersTest {
    /** One command: up to the end of the line, of a pipe's part, or of what the shell puts into parentheses. */
    private static final Pattern CALL = Pattern.compile("musicgen ([^|)\n]*)");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    static Stream<CommandLine> commands() {
        return below(MusicgenCommand.commandLine());
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return command.getSubcommands().values().stream().flatMap(sub -> Stream.concat(Stream.of(sub), below(sub)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void footer_showsTheCommandInUse(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName().replaceFirst("^musicgen ", "");
        assertThat(calls(command))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(String.join(" ", words)).startsWith(name));
    }

    static Stream<List<String>> allCalls() {
        CommandLine root = MusicgenCommand.commandLine();
        return Stream.concat(Stream.of(root), below(root)).flatMap(command -> calls(command).stream());
    }

    @ParameterizedTest
    @MethodSource("allCalls")
    void call_isTaken(List<String> words) {
        assertThatCode(() -> MusicgenCommand.commandLine().parseArgs(words.toArray(new String[0])))
                .doesNotThrowAnyException();
    }

    private static List<List<String>> calls(CommandLine command) {
        String footer = String.join(
                        "\n", command.getCommandSpec().usageMessage().footer())
                .replaceAll("\\\\\n\\s*", "");
        return CALL.matcher(footer).results().map(call -> words(call.group(1))).toList();
    }

    private static List<String> words(String call) {
        List<String> words = new ArrayList<>();
        for (MatchResult word : WORD.matcher(call).results().toList()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }
}
