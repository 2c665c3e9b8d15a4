package io.github.musicgen.examples.cli.band;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.midi.MidiReader;
import io.github.musicgen.midi.MidiWriter;
import io.github.musicgen.models.training.bandvae.BandTrainingOptions;
import io.github.musicgen.representation.harmony.KeyFinder;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BandCommandTest {
    @TempDir
    private static Path folder;

    private static Path songs;
    private static Path model;
    private static CommandLineRun training;

    /** Eight bars of quarters by all five instruments. */
    private static NoteSequence song(int first) {
        NoteSequence.Builder song = NoteSequence.builder(4);
        int[] programs = {0, 27, 33, 48, 0};
        for (int i = 0; i < programs.length; i++) {
            Part.Builder part = Part.builder("p" + i).program(programs[i]).drums(i == 4);
            for (int quarter = 0; quarter < 32; quarter++) {
                int pitch = i == 4 ? 36 + quarter % 2 * 2 : 36 + 8 * i + (first * quarter + first) % 12;
                part.note(pitch, 80, 4L * quarter, 4L * quarter + 4);
            }
            song.part(part.build());
        }
        return song.build();
    }

    @BeforeAll
    static void train() throws IOException {
        songs = Files.createDirectory(folder.resolve("songs"));
        for (int i = 0; i < 24; i++) {
            MidiWriter.write(song(i), songs.resolve("song-" + i + ".mid"));
        }
        Files.writeString(songs.resolve("broken.mid"), "no music");
        model = folder.resolve("mine.safetensors");
        training = CommandLineRun.of(
                "band", "train", "--corpus", songs, "--epochs", 1, "--next-epochs", 1, "--f16", "-o", model);
    }

    @Test
    void train_tellsWhatCameOut_andOfEachFileThatWasLeftOut() throws Exception {
        assertThat(training.exitCode()).as(training.err()).isZero();
        JsonNode told = training.json();
        assertThat(told.at("/figures/testNats").asDouble()).isPositive();
        assertThat(told.at("/figures/testNobodyHeard.bass").asDouble()).isPositive();
        assertThat(told.at("/precision").asText()).isEqualTo("F16");
        assertThat(training.err()).contains("broken.mid: rejected: ").contains("bass, next, epoch 1: ");
        assertThat(folder.resolve("mine.safetensors.checkpoints")).doesNotExist();
    }

    @Test
    void evaluate_givesTheFiguresOfTheCard_ofTheSongsThatWereLearned() throws IOException {
        CommandLineRun run = CommandLineRun.of("band", "evaluate", "--model", model, "--corpus", songs);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("figures")).isEqualTo(training.json().get("figures"));
        assertThat(run.json().get("corpusAsLearned").asBoolean()).isTrue();
        assertThat(run.json().get("figuresAsOnCard").asBoolean()).isTrue();
        assertThat(run.err()).contains("broken.mid: rejected: ");

        CommandLineRun ofSpace = CommandLineRun.of("band", "evaluate", "--model", "two-bars", "--corpus", songs);
        assertThat(ofSpace.exitCode()).isEqualTo(1);
        assertThat(ofSpace.err()).contains("two-bars is a space, which musicgen space takes");
    }

    @Test
    void train_givenAgain_saysAfterWhichEpochItGoesOn() {
        Path again = folder.resolve("again.safetensors");
        Object[] words = {
            "band",
            "train",
            "--corpus",
            folder.resolve("songs"),
            "--epochs",
            1,
            "--next-epochs",
            1,
            "--checkpoints",
            folder.resolve("kept"),
            "-o",
            again
        };
        CommandLineRun first = CommandLineRun.of(words);
        assertThat(first.err()).doesNotContain("goes on").containsPattern("(?m)^bass, next, epoch 1: .*  \\d+:\\d\\d$");
        CommandLineRun second = CommandLineRun.of(words);
        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.err())
                .containsPattern("(?m)^goes on after epoch 1 of \\S+")
                .doesNotContain("epoch 1: ");
    }

    @Test
    void compose_writesFiveParts_theSameForTheSameSeed() throws Exception {
        Path one = folder.resolve("one.mid");
        CommandLineRun run =
                CommandLineRun.of("band", "compose", "--model", model, "--seconds", 10, "--seed", 3, "-o", one);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().at("/parts")).hasSize(5);
        assertThat(MidiReader.read(one).seconds()).isBetween(9.0, 10.1);
        Path other = folder.resolve("other.mid");
        CommandLineRun.of("band", "compose", "--model", model, "--seconds", 10, "--seed", 3, "-o", other);
        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void withoutASeed_differsFromCallToCall_andTellsTheSeedThatGivesItAgain() throws Exception {
        Path song = folder.resolve("given.mid");
        MidiWriter.write(song(5), song);
        for (List<Object> words : List.<List<Object>>of(
                List.of("compose", "--seconds", 10),
                List.of("continue", song, "--segments", 2),
                List.of("accompany", song))) {
            Path one = folder.resolve("drawn.mid");
            long seed = band(words, "-o", one).json().get("seed").asLong();
            assertThat(band(words, "-o", folder.resolve("another.mid"))
                            .json()
                            .get("seed")
                            .asLong())
                    .isNotEqualTo(seed); // false alarm: 2^-53
            Path again = folder.resolve("again.mid");
            band(words, "--seed", seed, "-o", again);
            assertThat(again).hasSameBinaryContentAs(one);
        }
    }

    private static CommandLineRun band(List<Object> words, Object... more) {
        CommandLineRun run = CommandLineRun.of(
                Stream.of(Stream.of("band"), words.stream(), Stream.of("--model", model), Stream.of(more))
                        .flatMap(each -> each)
                        .toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    @Test
    void segments_areTwoBars_ofASong_afterOne_orOfTheOthers() throws Exception {
        Path song = folder.resolve("eight-bars.mid");
        MidiWriter.write(song(5), song);
        Path out = folder.resolve("segments.mid");
        band(List.of("compose"), "--segments", 3, "-o", out);
        assertThat(bars(out)).isEqualTo(6);
        band(List.of("continue", song), "--segments", 3, "-o", out);
        assertThat(bars(out)).isEqualTo(8 + 6);
        band(List.of("continue", song), "-o", out);
        assertThat(bars(out)).isEqualTo(8 + 32);
        band(List.of("accompany", song), "--segments", 5, "-o", out);
        assertThat(bars(out)).isEqualTo(10);
        band(List.of("accompany", song), "-o", out);
        assertThat(bars(out)).isEqualTo(8);
    }

    @Test
    void key_isKept_byWhatIsPlayed() throws Exception {
        Path song = folder.resolve("in-no-key.mid");
        MidiWriter.write(song(1), song);
        Path out = folder.resolve("in-e-flat.mid");
        Scale scale = Scale.parse("Eb major");
        for (List<Object> words :
                List.<List<Object>>of(List.of("compose", "--segments", 4), List.of("accompany", song, "--seed", 2))) {
            CommandLineRun run = band(words, "--key", "Eb", "--threshold", 0.2, "-o", out);
            assertThat(run.json().get("key").asText()).isEqualTo(scale.name());
            assertThat(run.json().get("keyFrom").asText()).isEqualTo("wish");
            assertThat(run.json().get("threshold").asDouble()).isEqualTo(0.2);
            assertThat(run.json().at("/files/0").asText()).isEqualTo(out.toString());
            int first = words.contains("accompany") ? 1 : 0;
            List<Part> parts = MidiReader.read(out).parts();
            for (Part part : parts.subList(first, parts.size())) {
                assertThat(part.notes()).allMatch(note -> part.drums() || scale.contains(note.pitch()));
            }
        }
        CommandLineRun wrong = CommandLineRun.of("band", "compose", "--model", model, "--key", "H", "-o", out);
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("scale must be a tonic and a kind");
    }

    @Test
    void key_thatNobodyWishes_isTold_andWhatTellsIt() throws Exception {
        Path song = folder.resolve("drawn-key.mid");
        JsonNode composed = band(List.of("compose", "--segments", 2), "--seed", 5, "-o", song)
                .json();
        assertThat(composed.get("keyFrom").asText()).isEqualTo("seed");
        String drawn = composed.get("key").asText();
        assertThat(MidiReader.read(song).keySignatures())
                .extracting(KeySignature::keyName)
                .containsExactly(drawn);
        Path longer = folder.resolve("in-the-drawn-key.mid");
        JsonNode continued =
                band(List.of("continue", song, "--segments", 1), "-o", longer).json();
        assertThat(continued.get("key").asText()).isEqualTo(drawn);
        assertThat(continued.get("keyFrom").asText()).isEqualTo("signature");
        Path unsigned = folder.resolve("unsigned.mid");
        MidiWriter.write(song(5), unsigned);
        JsonNode accompanied =
                band(List.of("accompany", unsigned), "-o", longer).json();
        assertThat(accompanied.get("key").asText())
                .isEqualTo(KeyFinder.find(song(5)).orElseThrow().name());
        assertThat(accompanied.get("keyFrom").asText()).isEqualTo("notes");
    }

    @Test
    void compose_speaksOfNoMusicThatIsGiven_whereItSpeaksOfKeys() {
        String help = CommandLineRun.of("band", "compose", "--help").out().replaceAll("\\s+", " ");
        assertThat(help)
                .contains("(default: all notes, in the key that is printed)")
                .contains("The key is drawn");
        assertThat(help.substring(help.indexOf("--key"), help.indexOf("--tempo")))
                .doesNotContain("given");
    }

    private static double bars(Path file) throws IOException {
        NoteSequence music = MidiReader.read(file);
        return music.endTick() / (4.0 * music.ticksPerQuarter());
    }

    @Test
    void train_usualEpochs_areThoseOfTheLibrary() {
        BandTrainingOptions usual = BandTrainingOptions.usual();
        assertThat(CommandLineRun.of("band", "train", "--help").out().replaceAll("\\s+", " "))
                .contains("How often segments are learned at most, 1 or more (default: " + usual.epochs() + ")")
                .contains("which segment follows, 1 or more (default: " + usual.nextEpochs() + ")");
    }

    @Test
    void continue_andAccompany_takeMusic() throws Exception {
        Path song = folder.resolve("song.mid");
        MidiWriter.write(song(5), song);
        Path longer = folder.resolve("longer.mid");
        CommandLineRun run = CommandLineRun.of(
                "band", "continue", song, "--model", model, "--segments", 2, "--tempo", 90, "-o", longer);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().at("/parts")).hasSize(10);
        Path played = folder.resolve("played.mid");
        CommandLineRun accompanied = CommandLineRun.of(
                "band", "accompany", song, "--model", model, "--threshold", 0.2, "--temperature", 0.5, "-o", played);
        assertThat(accompanied.exitCode()).as(accompanied.err()).isZero();
        assertThat(accompanied.json().at("/parts")).hasSize(5);
    }

    @Test
    void badInput_endsWith1_andWrongUsageWith2() throws Exception {
        Path waltz = folder.resolve("waltz.mid");
        MidiWriter.write(
                NoteSequence.builder(4)
                        .timeSignature(0, 3, 4)
                        .part(song(1).parts().get(0))
                        .build(),
                waltz);
        Path out = folder.resolve("out.mid");
        CommandLineRun run = CommandLineRun.of("band", "continue", waltz, "--model", model, "-o", out);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("waltz.mid: a band plays bars of 4 quarters, but bar 1 of the music was in 3/4");
        assertThat(CommandLineRun.of("band", "compose", "--model", waltz, "-o", out)
                        .exitCode())
                .isEqualTo(1);
        CommandLineRun usage = CommandLineRun.of("band", "compose", "--model", model, "--seconds", -1, "-o", out);
        assertThat(usage.exitCode()).isEqualTo(2);
        assertThat(usage.err()).contains("seconds must be more than 0 and finite, but were -1.0");
        assertThat(CommandLineRun.of("band", "compose", "--model", model, "--tempo", 5, "-o", out)
                        .exitCode())
                .isEqualTo(2);
        CommandLineRun none = CommandLineRun.of(
                "band",
                "continue",
                folder.resolve("songs").resolve("song-1.mid"),
                "--model",
                model,
                "--segments",
                0,
                "-o",
                out);
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("segments must be 1..10000, but were 0");
        assertThat(CommandLineRun.of("band").exitCode()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }
}
