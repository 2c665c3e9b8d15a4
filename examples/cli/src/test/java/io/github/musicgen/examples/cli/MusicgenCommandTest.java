package io.github.musicgen.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MusicgenCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_namesEveryCommand() {
        CommandLine root = MusicgenCommand.commandLine();
        assertThat(root.getSubcommands().keySet())
                .allSatisfy(name -> assertThat(root.getUsageMessage()).containsPattern("(?m)^ +" + name + " +\\S"));
    }

    @Test
    void execute_helpAndVersion_printOnStandardOutputAndExitWithZero() {
        assertThat(execute("--help")).isZero();
        assertThat(execute("--version")).isZero();
        assertThat(out.toString()).contains("Usage: musicgen").contains("musicgen (not packaged)");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void execute_noCommand_isWrongUsage() {
        assertThat(execute()).isEqualTo(2);
        assertThat(err.toString()).contains("a command is missing").contains("Usage: musicgen");
    }

    @Test
    void execute_unknownOption_isWrongUsage() {
        assertThat(execute("--no-such-option")).isEqualTo(2);
        assertThat(err.toString()).contains("--no-such-option");
    }

    @ParameterizedTest
    @CsvSource({
        "frobnicate, there is no command \"frobnicate\"",
        "space frobnicate -o a.mid, there is no command \"frobnicate\"",
        "frobnicate generate, there is no command \"frobnicate\"",
        "inspect a.mid b.mid, \"b.mid\" is one word too many",
        "inspect a.mid --tune two, is not a whole number",
        "generate -o a.mid --seed 1.5, is not a whole number",
        "generate -o a.mid --temperature warm, is not a number",
        "export folk -o a.onnx --to midi, 'expected one of [onnx, magentajs], but was'",
        "play a.mid --from -3, '--from must be 0 seconds or more, but was -3.0'"
    })
    void execute_onAMistake_saysItInWordsThatAnybodyUnderstands(String words, String said) {
        assertThat(execute(words.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElseThrow()).contains(said);
    }

    @ParameterizedTest
    @CsvSource({
        "continue --prime a.mid -o b.mid, --prime",
        "generate --temperature warm --sed 3, --sed",
        "generate -o a.mid --bars 1 --steps 2 --sed 3, --sed",
        "space draw --count x --bogus -o a.mid, --bogus",
        "band compose --bogus --seconds x, --bogus",
        "inspect --bogus, --bogus",
        "models show --bogus, --bogus",
        "band compose --bogus its-value -o a.mid --other, '--bogus'', ''--other'"
    })
    void execute_onSeveralMistakes_namesAnUnknownOptionFirst(String words, String option) {
        assertThat(execute(words.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElseThrow())
                .isEqualTo("musicgen: there is no option '" + option + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "space, 'draw, blend, vary, steer, train or evaluate'",
        "band, 'compose, continue, accompany, train or evaluate'"
    })
    void execute_aGroupOfCommandsAlone_namesThem(String group, String names) {
        assertThat(execute(group)).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("musicgen: a command is missing: " + names, "Try: musicgen " + group + " --help");
    }

    @ParameterizedTest
    @CsvSource({
        "generat, musicgen generate",
        "scroe, musicgen score",
        "Continue, musicgen continue",
        "space darw, musicgen space draw",
        "generate --modle folk, --model",
        "generate --SEED=3, --seed"
    })
    void execute_aMistypedName_suggestsTheRightOne_andDoesNotBuryItUnderAllOfThem(String words, String meant) {
        assertThat(execute(words.split(" "))).isEqualTo(2);
        assertThat(err.toString())
                .contains("Did you mean: " + meant)
                .contains("Try: musicgen ")
                .doesNotContain("Usage:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"symphony", "generate --frobnicate"})
    void execute_aNameThatIsNearNone_suggestsNothing(String words) {
        assertThat(execute(words.split(" "))).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @CsvSource({
        "help, Usage: musicgen [",
        "help generate, Usage: musicgen generate",
        "help space draw, Usage: musicgen space draw"
    })
    void help_ofACommand_isItsUsage(String words, String shown) {
        assertThat(execute(words.split(" "))).isZero();
        assertThat(out.toString()).startsWith(shown);
    }

    @Test
    void help_ofAMistypedCommand_saysSo_andSuggestsOne() {
        assertThat(execute("help", "space", "blen")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("musicgen: there is no command \"blen\"")
                .contains("Did you mean: musicgen space blend?")
                .contains("Try: musicgen space --help");
    }

    @Test
    void help_ofACommandBelowOneThatHasNone_saysThatThereIsAWordTooMany() {
        assertThat(execute("help", "generate", "music")).isEqualTo(2);
        assertThat(err.toString()).startsWith("musicgen: \"music\" is one word too many");
    }

    @Test
    void commandLineFor_aCommand_knowsItAlone_andOtherwiseAll() {
        assertThat(MusicgenCommand.commandLineFor("space", "draw").getSubcommands())
                .containsOnlyKeys("space");
        for (String first : List.of("help", "completion", "--help", "generat")) {
            assertThat(MusicgenCommand.commandLineFor(first).getSubcommands()).hasSize(20);
        }
        assertThat(MusicgenCommand.commandLineFor().getSubcommands()).hasSize(20);
    }

    @Test
    void help_listsEachCommandWithAWholeSentence() {
        assertThat(MusicgenCommand.commandLine().getSubcommands().values())
                .allSatisfy(command -> assertThat(
                                command.getCommandSpec().usageMessage().description()[0])
                        .endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "melody", "play"})
    void execute_onAFolder_failsWithOneLineThatNamesIt(String command, @TempDir Path folder) throws IOException {
        Path music = Files.createDirectory(folder.resolve("music.mid"));

        assertThat(execute(command, music.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("musicgen: " + music + ": a folder, not a file");
    }

    @Test
    void execute_onAFolderWhereAModelIsWanted_saysThatItHoldsNone(@TempDir Path folder) {
        assertThat(execute("info", folder.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("musicgen: " + folder + ": a folder needs a weights_manifest.json");
    }

    @Test
    void execute_onAFolderOfModelsThatIsNotThere_saysSo(@TempDir Path folder) {
        assertThat(execute("models", "--in", folder.resolve("models").toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly("musicgen: " + folder.resolve("models") + ": no such folder");
    }

    @Test
    void execute_withANameThatNoFileCanHave_failsWithOneLine() {
        assertThat(execute("inspect", "a\0.mid")).isEqualTo(1);
        assertThat(execute("info", "\u00fc\0")).isEqualTo(1);
        assertThat(execute("generate", "-o", "b\0.mid")).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "musicgen: no file can have the name \"a .mid\"",
                        "musicgen: no file can have the name \"\u00fc \" in this locale; one of UTF-8 is set with LC_ALL, "
                                + "such as C.UTF-8",
                        "musicgen: no file can have the name \"b .mid\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "inspect", "melody"})
    void execute_withAStandardOutputThatTakesNothing_failsWithOneLine(String word, @TempDir Path folder)
            throws IOException {
        Path music = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), music);
        String[] arguments = word.startsWith("-") ? new String[] {word} : new String[] {word, music.toString()};
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left on device");
            }
        };

        int exitCode = MusicgenCommand.commandLineFor(arguments)
                .setOut(new PrintWriter(full, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString().lines()).containsExactly("musicgen: standard output cannot be written");
    }

    private int execute(String... arguments) {
        CommandLine commandLine = MusicgenCommand.commandLineFor(arguments);
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
