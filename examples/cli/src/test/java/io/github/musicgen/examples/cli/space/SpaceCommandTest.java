package io.github.musicgen.examples.cli.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.MelodyAttribute;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.examples.cli.model.SmallModels;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceCommandTest {
    private static final long STEP = 120; // ticks
    private static final int STEPS = 32;

    @TempDir
    private Path folder;

    private Path model;
    private Path out;
    private Path scale;
    private Path tune;

    @BeforeEach
    void write() throws IOException {
        model = SmallModels.space(folder.resolve("space.safetensors"), 1);
        out = folder.resolve("out.mid");
        scale = folder.resolve("scale.mid");
        tune = folder.resolve("tune.mid");
        MidiWriter.write(SampleMusic.scale(), scale);
        MidiWriter.write(SampleMusic.tune(3), tune);
    }

    private CommandLineRun space(String command, Object... more) {
        return CommandLineRun.of(
                Stream.concat(Stream.of("space", command, "--model", model, "-o", out), Stream.of(more))
                        .toArray());
    }

    private static Melody melody(JsonNode events) {
        return Melody.of(IntStream.range(0, events.size())
                .map(i -> events.get(i).asInt())
                .toArray());
    }

    private LatentModel<Melody> loaded() throws IOException {
        return LatentModel.load(model);
    }

    private Melody first(Path music) throws IOException {
        return loaded().windows(MidiReader.read(music)).get(0).withStartStep(0);
    }

    @Test
    void draw_sameSeed_givesWhatTheLibraryGives_inOneFile() throws IOException {
        CommandLineRun run = space("draw", "--count", 3, "--seed", 5, "--temperature", 0.8);

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = run.json();
        List<Melody> drawn = loaded().request().temperature(0.8).seed(5).sample(3);
        for (int i = 0; i < 3; i++) {
            assertThat(melody(json.at("/melodies/" + i))).isEqualTo(drawn.get(i));
        }
        assertThat(json.get("seed").asLong()).isEqualTo(5);
        assertThat(json.at("/files/0").asText()).isEqualTo(out.toString());
        List<Note> notes = MidiReader.read(out).parts().get(0).notes();
        long struck = drawn.stream()
                .flatMapToInt(each -> Arrays.stream(each.events()))
                .filter(event -> event >= 0)
                .count();
        assertThat(notes).hasSize((int) struck);
        assertThat(notes).noneMatch(note -> note.startTick() / (STEPS * STEP) != (note.endTick() - 1) / (STEPS * STEP));
    }

    @Test
    void draw_withoutASeed_differsFromCallToCall_andTellsTheSeedThatGivesItAgain() throws IOException {
        JsonNode one = space("draw").json();
        assertThat(space("draw").json().get("melodies")).isNotEqualTo(one.get("melodies"));
        JsonNode again = space("draw", "--seed", one.get("seed").asLong()).json();
        assertThat(again.get("melodies")).isEqualTo(one.get("melodies"));
    }

    @Test
    void each_writesAFileForEveryMelody() throws IOException {
        JsonNode json = space("draw", "--count", 10, "--each", "--seed", 1).json();
        assertThat(json.get("files")).hasSize(10);
        assertThat(folder.resolve("out-01.mid")).exists();
        assertThat(folder.resolve("out-10.mid")).exists();
        assertThat(out).doesNotExist();
    }

    @Test
    void each_readsTheNameThatIsNumbered_butReplacesNothingThatIsRead() throws IOException {
        CommandLineRun beside = CommandLineRun.of( // a seed without notes would leave nothing to vary
                "space", "vary", "--model", model, "--of", tune, "--count", 2, "--each", "--seed", 1, "-o", tune);
        assertThat(beside.exitCode()).as(beside.err()).isZero();
        byte[] read = Files.readAllBytes(folder.resolve("tune-2.mid"));
        CommandLineRun over = CommandLineRun.of(
                "space",
                "vary",
                "--model",
                model,
                "--of",
                folder.resolve("tune-2.mid"),
                "--count",
                3,
                "--each",
                "-o",
                tune);
        assertThat(over.exitCode()).isEqualTo(2);
        assertThat(over.err()).contains("two of the files must not be the same");
        assertThat(folder.resolve("tune-2.mid")).hasBinaryContent(read);
        assertThat(folder.resolve("tune-3.mid")).doesNotExist();
    }

    @Test
    void wishes_areKept() throws IOException {
        JsonNode json = space("draw", "--count", 20, "--key", "C", "--range", "C4", "C5", "--seed", 2)
                .json();
        List<Integer> scaleOfC = List.of(0, 2, 4, 5, 7, 9, 11);
        for (JsonNode events : json.get("melodies")) {
            assertThat(events)
                    .allMatch(event -> event.asInt() < 0
                            || (event.asInt() >= 60 && event.asInt() <= 72 && scaleOfC.contains(event.asInt() % 12)));
        }
    }

    @Test
    void blend_leadsFromTheOneToTheOther() throws IOException {
        CommandLineRun run = space("blend", "--from", scale, "--to", tune, "--count", 5, "--temperature", 0);

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<Melody> morph = loaded().request().temperature(0).interpolate(first(scale), first(tune), 5);
        assertThat(melody(run.json().at("/melodies/0"))).isEqualTo(morph.get(0));
        assertThat(melody(run.json().at("/melodies/4"))).isEqualTo(morph.get(4));
    }

    @Test
    void blend_bar_choosesWhereAMelodyBegins() throws IOException {
        JsonNode json = space("blend", "--from", scale, "--to", tune, "--to-bar", 3, "--count", 2, "--temperature", 0)
                .json();
        Melody third = loaded().windows(MidiReader.read(tune)).get(2);
        assertThat(melody(json.at("/melodies/1")))
                .isEqualTo(loaded().request().temperature(0).decode(loaded().encode(third)));
        assertThat(space("blend", "--from", scale, "--to", tune, "--to-bar", 10).err())
                .contains("tune.mid: --to-bar 10 must be the first of 2 bars with a note, which are 1..9");
    }

    @Test
    void vary_isOfTheMelody() throws IOException {
        JsonNode json = space("vary", "--of", tune, "--similarity", 0.9, "--count", 2, "--seed", 4)
                .json();
        List<Melody> others = loaded().request().seed(4).similar(first(tune), 2, 0.9);
        assertThat(melody(json.at("/melodies/1"))).isEqualTo(others.get(1));
    }

    @Test
    void steer_inTheSpaceThatComesAlong_leadsFromTheMelodyToMoreOfIt() throws IOException {
        CommandLineRun run = CommandLineRun.of(
                "space", "steer", "--of", tune, "--more", "pitch=2", "--count", 3, "--temperature", 0, "-o", out);

        assertThat(run.exitCode()).as(run.err()).isZero();
        LatentModel<Melody> space = LatentModel.load("two-bars");
        Melody start = melody(run.json().at("/melodies/0"));
        Melody end = melody(run.json().at("/melodies/2"));
        assertThat(start).isEqualTo(space.request().temperature(0).decode(space.encode(first(tune))));
        assertThat(MelodyAttribute.PITCH.of(end)).isGreaterThan(MelodyAttribute.PITCH.of(start) + 3);
    }

    @Test
    void steer_byMusic_findsTheDirectionOfTheLibrary() throws IOException {
        Path music = Files.createDirectory(folder.resolve("music"));
        for (int seed = 0; seed < 5; seed++) {
            MidiWriter.write(SampleMusic.tune(seed), music.resolve(seed + ".mid"));
        }
        Files.writeString(music.resolve("broken.mid"), "no music");
        Files.writeString(music.resolve("notes.txt"), "no music");
        CommandLineRun run = space(
                "steer", "--of", tune, "--more", "major=1", "--learn-from", music, "--count", 2, "--temperature", 0);

        assertThat(run.exitCode()).as(run.err()).isZero();
        List<Melody> melodies = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            melodies.addAll(loaded().windows(SampleMusic.tune(seed)));
        }
        LatentVector goal = loaded().encode(first(tune)).plus(loaded().direction(MelodyAttribute.MAJOR, melodies), 1);
        assertThat(melody(run.json().at("/melodies/1")))
                .isEqualTo(loaded().request().temperature(0).decode(goal));
        assertWrong("--more major needs music to --learn-from", "steer", "--of", tune, "--more", "major=1");
    }

    @Test
    void severalOutputs_areAPictureAScoreAndSound() throws IOException {
        Path svg = folder.resolve("out.svg");
        Path wav = folder.resolve("out.wav");
        Path score = folder.resolve("out.musicxml");
        assertThat(space("draw", "-o", svg, "-o", wav, "-o", score, "--seed", 1).exitCode())
                .isZero();
        assertThat(svg).content().contains("<svg");
        assertThat(Files.size(wav)).isGreaterThan(100_000);
        assertThat(score).content().contains("score-partwise");
    }

    @Test
    void wrongUsage_namesOptionAndBound() {
        assertWrong("--count must be 1..10000, but was 0", "draw", "--count", 0);
        assertWrong("--count must be 2..10000, but was 1", "blend", "--from", scale, "--to", tune, "--count", 1);
        assertWrong("--similarity must be 0..1, but was 1.5", "vary", "--of", tune, "--similarity", 1.5);
        assertWrong("--similarity must be 0..1, but was NaN", "vary", "--of", tune, "--similarity", "NaN");
        assertWrong("--bar must be 1 or more, but was 0", "vary", "--of", tune, "--bar", 0);
        assertWrong("--more pitch must be -10..10, but was 99", "steer", "--of", tune, "--more", "pitch=99");
        assertWrong(
                "--more must tell an amount of each thing once, but told [pitch=1, density=1, pitch=2]",
                "steer",
                "--of",
                tune,
                "--more",
                "pitch=1",
                "--more",
                "density=1",
                "--more",
                "pitch=2");
        assertWrong("but was 'loudness'", "steer", "--of", tune, "--more", "loudness=1");
        assertWrong("--tempo must be 10..1000, but was 0", "draw", "--tempo", 0);
        assertThat(CommandLineRun.of("space").exitCode()).isEqualTo(2);
        assertThat(CommandLineRun.of("space").err()).contains("draw, blend, vary, steer, train or evaluate");
    }

    private void assertWrong(String words, String command, Object... more) {
        CommandLineRun run = space(command, more);
        assertThat(run.exitCode()).as(words).isEqualTo(2);
        assertThat(run.err()).contains(words);
    }

    @Test
    void badInput_namesTheFile() throws IOException {
        Path short1 = folder.resolve("short.mid");
        MidiWriter.write(Melody.of(60, 62, 64).toNoteSequence(120), short1);
        assertBad("short.mid: there must be a melody of 2 bars of 4/4, but there was none", "--of", short1);
        assertBad("nowhere.mid", "--of", folder.resolve("nowhere.mid"));
        Path waltz = folder.resolve("waltz.mid");
        int[] events = new int[48];
        Arrays.fill(events, 60);
        MidiWriter.write(Melody.of(events).withMeter(12, 4).toNoteSequence(120), waltz);
        assertBad(
                "waltz.mid: there must be a melody of 2 bars of 4/4, but there was none in 4 bars of 3/4",
                "--of",
                waltz);
    }

    /** Two bars of 4/4, two of 3/4, two of 4/4: bars are numbered as the music has them. */
    @Test
    void bars_ofMusicInSeveralMeters_areThoseOfTheMusic() throws IOException {
        Part.Builder part = Part.builder("x");
        for (int quarter = 0; quarter < 22; quarter++) {
            part.note(60 + quarter % 5, 80, 4L * quarter, 4L * quarter + 4);
        }
        Path mixed = folder.resolve("mixed.mid");
        MidiWriter.write(
                NoteSequence.builder(4)
                        .timeSignature(0, 4, 4)
                        .timeSignature(32, 3, 4)
                        .timeSignature(56, 4, 4)
                        .part(part.build())
                        .build(),
                mixed);
        assertBad("--bar 3 must be the first of 2 bars with a note, which are 1, 5", "--of", mixed, "--bar", 3);
        assertThat(space("vary", "--of", mixed, "--bar", 5).exitCode()).isZero();
    }

    private void assertBad(String words, Object... more) {
        CommandLineRun run = space("vary", more);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).contains(words);
        assertThat(out).doesNotExist();
    }

    @Test
    void theSpaceThatComesAlong_isToldOf() throws IOException {
        assertThat(CommandLineRun.of("models").out()).contains("two-bars").contains("on its own");
        assertThat(CommandLineRun.of("models", "show", "two-bars").out())
                .contains("a space of melodies of 2 bars")
                .contains("CC-BY-4.0")
                .contains("577,682");
        for (String name : List.of("two-bars", "two-bar-drums", "arcade")) {
            assertThat(CommandLineRun.of("info", name).json().get("golden").asText())
                    .as(name)
                    .isEqualTo("verified");
        }
        assertThat(CommandLineRun.of("models", "show", "arcade").out())
                .contains("a band")
                .contains("strings");
    }

    @Test
    void chordsOfAPrimer_cannotBeFollowedWithoutOne_andAreNotOffered() {
        assertWrong("but in a space there is none", "draw", "--wish", "chords");
        assertThat(CommandLineRun.of("generate", "--help").out()).contains(" chords  ");
        assertThat(CommandLineRun.of("space", "draw", "--help").out())
                .contains("grid 4 0")
                .doesNotContain(" chords  ");
    }

    @Test
    void theSpace_isNotReplacedByWhatItMakes() {
        CommandLineRun run = CommandLineRun.of("space", "vary", "--model", model, "--of", tune, "-o", tune);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("two of the files must not be the same");
    }
}
