package io.github.musicgen.examples.cli.jam;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.examples.cli.music.MemoryDevice;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sound.midi.ShortMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JamCommandTest {
    private final InputStream before = System.in;

    @TempDir
    private Path folder;

    @BeforeEach
    void forget() {
        MemoryDevice.MESSAGES.clear();
    }

    @AfterEach
    void giveBack() {
        System.setIn(before);
    }

    private static CommandLineRun jam(String lines, Object... options) {
        System.setIn(new ByteArrayInputStream(lines.getBytes(UTF_8)));
        List<Object> words = new ArrayList<>(List.of("jam"));
        words.addAll(List.of(options));
        return CommandLineRun.of(words.toArray());
    }

    @Test
    void lines_areAnsweredEach_theSameForTheSameSeed() throws Exception {
        CommandLineRun run = jam("a d g  d\n\nasdf--k\n", "--seed", 7, "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.get(0));
        assertThat(first.get("seed").asInt()).isEqualTo(7);
        assertThat(first.get("call")).hasSize(4);
        assertThat(first.get("answerStart").asInt()).as("a bar line").isEqualTo(16);
        assertThat(first.get("answerEnd").asInt()).as("two bars later").isEqualTo(48);
        assertThat(first.get("answer"))
                .isNotEmpty()
                .allMatch(note -> note.get("startStep").asInt() >= 16);
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("seed").asInt())
                .isEqualTo(8);
        assertThat(jam("a d g  d\n\nasdf--k\n", "--seed", 7, "--json")).isEqualTo(run);
        assertThat(jam("a d g  d\n\nasdf--k\n", "--seed", 8, "--json").out()).isNotEqualTo(run.out());
    }

    @Test
    void lineWithButAQ_endsTheJam() {
        CommandLineRun run = jam("asdf\n Q \nno keys\n", "--seed", 7, "--json");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(1);
    }

    @Test
    void answers_endTheJam_andTheRecordHoldsBoth() throws Exception {
        Path file = folder.resolve("jam.mid");

        CommandLineRun run =
                jam("asdf\nfdsa\nasdf\n", "--seed", 1, "--answers", 2, "--key", "C", "--bars", 1, "--record", file);

        assertThat(run.out().lines())
                .hasSize(4)
                .filteredOn(line -> line.startsWith("you:"))
                .hasSize(2);
        NoteSequence written = MusicFiles.read(file);
        assertThat(written.parts()).hasSize(2);
        assertThat(written.parts().get(0).notes()).hasSize(8);
        assertThat(written.parts().get(0).notes().get(4).startTick())
                .as("two bars after the first call")
                .isEqualTo(2 * 4L * written.ticksPerQuarter());
        assertThat(written.parts().get(1).notes())
                .isNotEmpty()
                .allMatch(note -> "024579B"
                        .contains(Integer.toString(note.pitch() % 12, 12).toUpperCase(java.util.Locale.ROOT)));
    }

    @Test
    void lineWithSomethingElse_isBadInput_andNamesItsPlace() {
        CommandLineRun run = jam("asdf\nas?\n", "--seed", 1);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err())
                .startsWith("musicgen: line 2, column 3: '?' is no key")
                .hasLineCount(1);
    }

    @Test
    void lines_onADevice_soundThere() {
        jam("as\n", "--seed", 1, "--tempo", 300, "--bars", 1, "--device", "memory");

        assertThat(MemoryDevice.count(ShortMessage.NOTE_ON)).isGreaterThanOrEqualTo(3);
        assertThat(MemoryDevice.count(ShortMessage.NOTE_OFF)).isEqualTo(MemoryDevice.count(ShortMessage.NOTE_ON));
    }

    /** In time, on a port without a cable: the test waits for what happens, and for no time. */
    @Test
    void midiInput_isAnsweredOnTheMidiOutput() throws Exception {
        Path file = folder.resolve("live.mid");
        CompletableFuture<CommandLineRun> jam = CompletableFuture.supplyAsync(() -> CommandLineRun.of(
                "jam",
                "--input",
                "memory",
                "--device",
                "memory",
                "--seed",
                5,
                "--tempo",
                300,
                "--pause",
                1,
                "--bars",
                1,
                "--answers",
                1,
                "--record",
                file));
        MemoryDevice.awaitListener();
        for (int pitch : List.of(60, 62, 64)) {
            MemoryDevice.play(new ShortMessage(ShortMessage.NOTE_ON, 0, pitch, 77));
            MemoryDevice.play(new ShortMessage(ShortMessage.NOTE_ON, 0, pitch, 0));
        }

        CommandLineRun run = jam.get();

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("you:  ").contains("folk: ");
        assertThat(MemoryDevice.count(ShortMessage.NOTE_ON)).isPositive();
        assertThat(MusicFiles.read(file).parts().get(0).notes()).isNotEmpty().allMatch(note -> note.velocity() == 77);
    }

    @Test
    void ports_areListed() {
        assertThat(jam("", "--list-devices").out().lines())
                .contains("input   " + MemoryDevice.NAME, "output  " + MemoryDevice.NAME);
    }

    @Test
    void portThatIsNotThere_isSaidInOneLine_withThoseThatAre() {
        CommandLineRun run = jam("", "--input", "theremin");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "musicgen: there is no MIDI input \"theremin\"; there is \"" + MemoryDevice.NAME + "\"");
        assertThat(jam("as\n", "--device", "theremin").err()).contains("there is no MIDI output \"theremin\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --tempo 0               | --tempo must be 30..300 quarter notes a minute, but was 0.0
            --tempo nan             | --tempo must be 30..300
            --pause -1              | --pause must be more than 0 and at most 64.0 beats, but was -1.0
            --bars 0                | --bars must be 1..64, but was 0
            --answers 0             | --answers must be 1 or more, but was 0
            --key H                 | scale must be a tonic and a kind
            --temperature -1        | temperature must be 0..1000, but was -1.0
            --record out.mp3        | the output must end with one of .mid
            --silent --device piano | --silent plays nothing, so that --device cannot be "piano"
            """)
    void wrongOption_isWrongUsage(String option, String fault) {
        CommandLineRun run = jam("", (Object[]) option.replace("nan", "NaN").split(" ", -1));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("musicgen: " + fault).contains("Try: musicgen jam --help");
    }
}
