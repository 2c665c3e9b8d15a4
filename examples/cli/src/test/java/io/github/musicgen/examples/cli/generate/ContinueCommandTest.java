package io.github.musicgen.examples.cli.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.api.Recipe;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.examples.cli.model.SmallModels;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.midi.files.MusicFiles;
import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContinueCommandTest {
    @TempDir
    private Path folder;

    private Path model;
    private Path primer;
    private Path output;

    @BeforeEach
    void write() throws IOException {
        model = SmallModels.attention(folder.resolve("model.safetensors"), 5);
        primer = folder.resolve("scale.mid");
        MidiWriter.write(SampleMusic.scale(), primer);
        output = folder.resolve("out.mid");
    }

    @Test
    void continue_ofAPrimer_keepsIt_andTellsTheNewNotes() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "continue", "--model", model, "--primer", primer, "--steps", 24, "--seed", 42, "-o", output);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        JsonNode json = run.json();
        assertThat(json.at("/model/id").asText()).isEqualTo("small-attention");
        assertThat(json.get("seed").asLong()).isEqualTo(42);
        assertThat(json.get("steps").asInt()).isEqualTo(24);
        assertThat(json.get("logLikelihood").asDouble()).isNegative();
        assertThat(json.get("startTick").asLong()).isEqualTo(32 * 480);
        assertThat(json.get("endTick").asLong()).isEqualTo(38 * 480);
        assertThat(json.at("/files/0").asText()).isEqualTo(output.toString());
        NoteSequence written = MusicFiles.read(output);
        Part flute = written.parts().get(0);
        assertThat(flute.notes().subList(0, 32))
                .isEqualTo(SampleMusic.scale().parts().get(0).notes());
        assertThat(flute.notes()).hasSize(32 + json.get("notes").asInt());
        assertThat(json.get("noteList")).hasSize(json.get("notes").asInt());
        assertThat(json.at("/noteList/0/pitch").asInt())
                .isEqualTo(flute.notes().get(32).pitch());
        assertThat(written.parts().get(1)).isEqualTo(SampleMusic.scale().parts().get(1));
        assertThat(Recipe.find(MidiFile.read(output))).isPresent();
    }

    @Test
    void continue_byRestsAlone_saysSo() throws IOException {
        CommandLineRun run = continued("--steps", 2, "--wish", "force 0 off", "--wish", "force 1 hold");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("notes").asInt()).isZero();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("musicgen: " + output + ": nothing but rests was made");
    }

    @Test
    void continue_ofAModelWithoutAName_isWrongUsage() {
        CommandLineRun run = CommandLineRun.of("continue", "--model", "", "--primer", primer, "-o", output);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--model").contains("it must be a name or a file, but was \"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.mid", "out.musicxml", "out.mxl", "out.svg"})
    void continue_withASeed_writesTheSameBytesEachTime(String name) throws IOException {
        output = folder.resolve(name);
        byte[] first = made("--primer", primer, "--seed", 7, "--temperature", 1.3);
        Files.delete(output);

        assertThat(made("--primer", primer, "--seed", 7, "--temperature", 1.3)).isEqualTo(first);
        assertThat(made("--primer", primer, "--seed", 8, "--temperature", 1.3)).isNotEqualTo(first);
    }

    @Test
    void generate_withoutASeed_printsTheOneItDrew() throws IOException {
        CommandLineRun run = CommandLineRun.of("generate", "--model", model, "--steps", 32, "-o", output);
        byte[] first = Files.readAllBytes(output);

        assertThat(made("--seed", run.json().get("seed").asLong())).isEqualTo(first);
    }

    @Test
    void generate_startsAtTheBeginning() throws IOException {
        CommandLineRun.of("generate", "--model", model, "--seed", 1, "--bars", 1, "-o", output);

        NoteSequence music = MusicFiles.read(output);
        assertThat(music.notes().findFirst().orElseThrow().startTick()).isZero();
        assertThat(music.endTick()).isEqualTo(4L * music.ticksPerQuarter());
    }

    @Test
    void continue_withWishes_keepsThemAll() throws IOException {
        made("--seed", 3, "--key", "D dorian", "--range", "C4..C5", "--wish", "rhythm x..?", "--wish", "end D");

        List<Integer> pitches =
                MusicFiles.read(output).notes().map(note -> note.pitch()).toList();
        assertThat(pitches)
                .isNotEmpty()
                .allMatch(Scale.parse("D dorian")::contains)
                .allMatch(p -> p >= 60 && p <= 72);
        assertThat(pitches.get(pitches.size() - 1) % 12).isEqualTo(2);
    }

    @Test
    void continue_withARangeOfTwoWords_isTheSameAsOneOfDots() throws IOException {
        byte[] dots = made("--seed", 3, "--range", "C4..C5");

        assertThat(made("--seed", 3, "--range", "C4", "C5")).isEqualTo(dots);
        assertThat(made("--seed", 3, "--wish", "range C4 C5")).isEqualTo(dots);
    }

    @Test
    void continue_greedily_isTheSameForAllSeeds() throws IOException {
        List<Integer> one = pitches(made("--seed", 1, "--primer", primer, "--temperature", 0));
        List<Integer> other = pitches(made("--seed", 2, "--primer", primer, "--top-k", 1));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void continue_withABeam_findsSomethingLikelier() throws IOException {
        CommandLineRun plain =
                CommandLineRun.of("continue", "--model", model, "--primer", primer, "--seed", 1, "-o", output);
        CommandLineRun beam = CommandLineRun.of(
                "continue", "--model", model, "--primer", primer, "--seed", 1, "--beam", "8,4,2", "-o", output);

        assertThat(beam.json().get("logLikelihood").asDouble())
                .isGreaterThan(plain.json().get("logLikelihood").asDouble());
    }

    @Test
    void continue_withCandidates_keepsTheLikeliest_andItsSeedMakesItAgain() throws IOException {
        CommandLineRun run = continued("--steps", 32, "--seed", 10, "--candidates", 4);
        byte[] best = Files.readAllBytes(output);

        JsonNode candidates = run.json().get("candidates");
        List<Long> seeds = new ArrayList<>();
        candidates.forEach(each -> seeds.add(each.get("seed").asLong()));
        assertThat(seeds).containsExactlyInAnyOrder(10L, 11L, 12L, 13L);
        assertThat(candidates.at("/0/logLikelihood").asDouble())
                .isEqualTo(run.json().get("logLikelihood").asDouble())
                .isGreaterThanOrEqualTo(candidates.at("/3/logLikelihood").asDouble());
        assertThat(made("--primer", primer, "--seed", seeds.get(0))).isEqualTo(best);
    }

    @Test
    void continue_ofANamedPart_continuesThatOne() throws IOException {
        made("--seed", 4, "--primer", primer, "--part", "Drone");

        NoteSequence written = MusicFiles.read(output);
        assertThat(written.parts().get(0)).isEqualTo(SampleMusic.scale().parts().get(0));
        assertThat(written.parts().get(1).notes()).hasSizeGreaterThan(2);
    }

    @Test
    void continue_withAPicture_drawsPrimerAndContinuation() throws IOException {
        Path picture = folder.resolve("out.svg");
        CommandLineRun run = CommandLineRun.of(
                "continue", "--model", model, "--primer", primer, "--seed", 4, "-o", output, "-o", picture);

        assertThat(run.json().get("files")).hasSize(2);
        assertThat(picture).content().contains(">primer<").contains(">continuation<");
    }

    /** Two bars behind three hundred would be a stroke at the edge. */
    @Test
    void continue_ofALongSong_drawsTheNewBarsAndTheLastOnesBeforeThem() throws IOException {
        Path song = folder.resolve("long.mid");
        NoteSequence scale = SampleMusic.scale();
        NoteSequence.Builder builder =
                NoteSequence.builder(scale.ticksPerQuarter()).timeSignature(0, 4, 4);
        Part.Builder part = Part.builder("Long");
        for (int quarter = 0; quarter < 1200; quarter++) {
            long start = (long) quarter * scale.ticksPerQuarter();
            part.note(60 + quarter % 12, 90, start, start + scale.ticksPerQuarter());
        }
        MidiWriter.write(builder.part(part.build()).build(), song);
        Path picture = folder.resolve("out.svg");
        Path basic = SmallModels.basic(folder.resolve("basic.safetensors"), 5);
        CommandLineRun.of("continue", "--model", basic, "--primer", song, "--seed", 4, "--bars", 2, "-o", picture);

        assertThat(picture)
                .content()
                .contains(">primer<", ">continuation<", ">295<", ">301<", ">302<")
                .doesNotContain(">294<", ">303<");
    }

    @Test
    void continue_withAnExplanation_drawsWhatTheModelConsidered() throws IOException {
        Path explanation = folder.resolve("why.svg");
        CommandLineRun run = CommandLineRun.of(
                "continue", "--model", model, "--primer", primer, "--seed", 4, "-o", output, "--explain", explanation);

        assertThat(run.json().get("files")).hasSize(2);
        assertThat(explanation).content().startsWith("<svg").contains("surprise");
        CommandLineRun beam = CommandLineRun.of(
                "generate", "--model", model, "-o", output, "--explain", explanation, "--beam", "2,2,2");
        assertThat(beam.exitCode()).isEqualTo(2);
        assertThat(beam.err()).contains("--explain needs choices made one by one");
    }

    @Test
    void continue_withContradictoryWishes_namesBoth_andKeepsWhatWasThere() throws IOException {
        Files.writeString(output, "precious");

        CommandLineRun run =
                CommandLineRun.of("generate", "--model", model, "--key", "C", "--wish", "force 0 C#4", "-o", output);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("key C major").contains("force 0 C#4").hasLineCount(1);
        assertThat(output).hasContent("precious");
    }

    @Test
    void chords_whereNoneAreWritten_cannotBeFollowed() {
        String message = "there must be chord symbols to follow, but there are none";
        CommandLineRun continued =
                CommandLineRun.of("continue", "--model", model, "--primer", primer, "--wish", "chords", "-o", output);
        CommandLineRun generated = CommandLineRun.of("generate", "--model", model, "--wish", "chords", "-o", output);

        assertThat(continued.exitCode()).isEqualTo(1);
        assertThat(continued.err()).contains(message);
        assertThat(generated.exitCode()).isEqualTo(1);
        assertThat(generated.err()).contains(message);
    }

    @Test
    void continue_ofDrumsAlone_saysSo() throws IOException {
        NoteSequence drums = NoteSequence.builder(480)
                .part(Part.builder("Kit").drums(true).note(36, 100, 0, 480).build())
                .build();
        MidiWriter.write(drums, primer);

        CommandLineRun run = CommandLineRun.of("continue", "--model", model, "--primer", primer, "-o", output);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "musicgen: " + primer + ": the primer must have a part with a melody, but had drums alone");
        assertThat(output).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --steps 0           | --steps must be 1..262144, but was 0
            --temperature -1    | temperature must be 0..1000, but was -1.0
            --temperature hot   | Invalid value for option '--temperature'
            --top-k 0           | top-k must be at least 1, but was 0
            --top-p 1.5         | top-p must be more than 0 and at most 1, but was 1.5
            --key H             | scale must be a tonic and a kind
            --range C4          | --range must be two notes such as C4 C6 or C4..C6, but was "C4"
            --range C6..C4      | the lowest pitch must not lie above the highest
            --range C4..H6      | a pitch is written like C4
            --wish pretty       | "pretty" is no wish: none begins with "pretty"; wishes are "key D dorian",
            --beam 4,2          | --beam must be three numbers such as 4,2,8, but was [4, 2]
            --beam 0,1,1        | size, branches and steps of a beam must be at least 1
            --candidates 0      | --candidates must be 1..10000, but was 0
            --seed 1.5          | Invalid value for option '--seed'
            --explain out.png   | --explain must end with .svg
            -o out.mp3          | the output must end with one of .mid
            --bars 0            | --bars must be 1 or more, but was 0
            --count 0           | --count must be 1..1000, but was 0
            """)
    void continue_withAWrongOption_isWrongUsage_beforeAnythingIsRead(String option, String fault) {
        List<Object> words =
                new ArrayList<>(List.of("continue", "--model", "missing.mag", "--primer", primer, "-o", output));
        words.addAll(List.of((Object[]) option.split(" ", -1)));

        CommandLineRun run = CommandLineRun.of(words.toArray());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("musicgen: " + fault)
                .endsWith("Try: musicgen continue --help" + System.lineSeparator());
        assertThat(output).doesNotExist();
    }

    @Test
    void continue_toOneOfItsInputs_isWrongUsage() throws IOException {
        byte[] before = Files.readAllBytes(primer);

        CommandLineRun run = CommandLineRun.of("continue", "--model", model, "--primer", primer, "-o", primer);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(primer).hasBinaryContent(before);
    }

    @Test
    void continue_whereNothingCanBeWritten_saysSo_andLeavesNothing() throws IOException {
        Files.createDirectory(output);
        CommandLineRun onAFolder = CommandLineRun.of("generate", "--model", model, "-o", output);
        assertThat(onAFolder.exitCode()).isEqualTo(1);
        assertThat(onAFolder.err()).isEqualToIgnoringNewLines("musicgen: " + output + ": a folder, not a file");

        CommandLineRun belowAFile = CommandLineRun.of("generate", "--model", model, "-o", primer.resolve("x.mid"));
        assertThat(belowAFile.exitCode()).isEqualTo(1);
        assertThat(belowAFile.err()).isEqualToIgnoringNewLines("musicgen: " + primer + ": a file, not a folder");

        Path picture = folder.resolve("no/out.svg");
        Path music = folder.resolve("music.mid");
        CommandLineRun noPicture = CommandLineRun.of("generate", "--model", model, "-o", music, "-o", picture);
        assertThat(noPicture.exitCode()).isEqualTo(1);
        assertThat(noPicture.err()).contains("no such folder");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(model, primer, output);
        }
    }

    @Test
    void bars_areThoseOfTheMeterAtTheEndOfThePrimer() throws IOException {
        NoteSequence waltz = NoteSequence.builder(480)
                .timeSignature(0, 3, 4)
                .part(Part.builder("Waltz").note(60, 90, 0, 1440).build())
                .build();
        MidiWriter.write(waltz, primer);

        CommandLineRun run = CommandLineRun.of(
                "continue", "--model", model, "--primer", primer, "--bars", 2, "--seed", 1, "-o", output);

        assertThat(run.json().get("steps").asInt()).isEqualTo(2 * 12);
        assertThat(CommandLineRun.of("generate", "--model", model, "--seed", 1, "-o", output)
                        .json()
                        .get("steps")
                        .asInt())
                .as("eight bars if nothing is said")
                .isEqualTo(8 * 16);
    }

    @Test
    void bars_besideSteps_areWrongUsage() {
        CommandLineRun run = CommandLineRun.of("generate", "--model", model, "--bars", 2, "--steps", 9, "-o", output);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("musicgen: --bars=N, --steps=N cannot be given together");
    }

    @Test
    void count_writesAFileForEach_ofOneSeedAfterTheOther() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "continue",
                "--model",
                model,
                "--primer",
                primer,
                "--steps",
                32,
                "--seed",
                10,
                "--count",
                10,
                "-o",
                output,
                "-o",
                folder.resolve("out.svg"));

        assertThat(run.err()).isEmpty();
        JsonNode pieces = run.json().get("pieces");
        assertThat(pieces).hasSize(10);
        assertThat(pieces.at("/0/files/0").asText()).endsWith("out-01.mid");
        assertThat(pieces.at("/9/files/1").asText()).endsWith("out-10.svg");
        assertThat(output).doesNotExist();
        byte[] third = Files.readAllBytes(folder.resolve("out-03.mid"));
        assertThat(made("--primer", primer, "--seed", 12)).isEqualTo(third);
    }

    @Test
    void count_besideCandidates_isWrongUsage() {
        CommandLineRun run =
                CommandLineRun.of("generate", "--model", model, "--count", 2, "--candidates", 2, "-o", output);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--count keeps every piece");
    }

    @Test
    void generate_withAPrimer_saysWhichCommandTakesOne() {
        CommandLineRun run = CommandLineRun.of("generate", "--primer", primer, "-o", output);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("musicgen continue --primer " + primer);
    }

    @Test
    void continue_withoutAPrimer_isWrongUsage() {
        CommandLineRun run = CommandLineRun.of("continue", "--model", model, "-o", output);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--primer");
    }

    @Test
    void generate_withoutAModel_takesTheOneThatItsHelpNames() throws IOException {
        CommandLineRun run = CommandLineRun.of("generate", "--seed", 1, "--bars", 1, "-o", output);

        assertThat(run.json().at("/model/id").asText()).isEqualTo("folk");
        assertThat(CommandLineRun.of("generate", "--help").out()).contains("Default: folk");
    }

    private CommandLineRun continued(Object... options) {
        List<Object> words = new ArrayList<>(List.of("continue", "--model", model, "--primer", primer, "-o", output));
        words.addAll(List.of(options));
        return CommandLineRun.of(words.toArray());
    }

    private byte[] made(Object... options) throws IOException {
        boolean primed = List.of(options).contains("--primer");
        List<Object> words = new ArrayList<>(
                List.of(primed ? "continue" : "generate", "--model", model, "--steps", 32, "-o", output));
        words.addAll(List.of(options));
        CommandLineRun run = CommandLineRun.of(words.toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return Files.readAllBytes(output);
    }

    private static List<Integer> pitches(byte[] midi) throws IOException {
        return MidiReader.read(MidiFile.parse(midi))
                .notes()
                .map(note -> note.pitch())
                .toList();
    }
}
