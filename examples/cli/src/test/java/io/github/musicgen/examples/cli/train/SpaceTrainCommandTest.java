package io.github.musicgen.examples.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceTrainCommandTest {
    @TempDir
    private Path folder;

    private Path music;
    private Path space;

    @BeforeEach
    void write() throws IOException {
        music = Files.createDirectory(folder.resolve("music"));
        space = folder.resolve("tunes.safetensors");
        for (int seed = 0; seed < 12; seed++) {
            MidiWriter.write(SampleMusic.tune(seed), music.resolve("tune" + seed + ".mid"));
        }
    }

    private CommandLineRun train(Object... more) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of("space", "train", "--corpus", music, "-o", space, "--encoder", 8, "--decoder", 8),
                        Stream.concat(Stream.of("--batch", 32), Stream.of(more)))
                .toArray());
    }

    @Test
    void aFolderOfMusic_becomesASpace_andSaysWhereItComesFrom() throws IOException {
        CommandLineRun run =
                train("--latent", 4, "--epochs", 2, "--license", "CC0-1.0", "--seed", 3, "--f16", "--transpose", 1);

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("id").asText()).isEqualTo("tunes");
        assertThat(json.get("precision").asText()).isEqualTo("F16");
        assertThat(json.at("/configuration/minPitch").asInt()).isEqualTo(48);
        assertThat(json.at("/configuration/maxPitch").asInt()).isEqualTo(96);
        assertThat(json.get("latentSize").asInt()).isEqualTo(4);
        assertThat(json.at("/provenance/seed").asText()).isEqualTo("3");
        assertThat(json.at("/figures/testTaughtAccuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.at("/figures/testMelodies").asDouble()).isPositive();
        assertThat(run.err()).contains("12 files: 12 kept").contains("epoch 2  learned ");
        assertThat(LatentModel.load(space).request().sample(2)).hasSize(2);
        assertThat(folder).isDirectoryNotContaining("glob:**.checkpoints");

        JsonNode info = CommandLineRun.of("info", space).json();
        assertThat(info.get("sha256")).isEqualTo(json.get("sha256"));
        assertThat(info.get("golden").asText()).isEqualTo("verified");
        assertThat(info.get("parameters")).isEqualTo(json.get("parameters"));
    }

    /** What its card does not tell, such as how music was read, is taken as usual. */
    @Test
    void evaluate_givesTheFiguresOfTheCard_ofTheMusicThatWasLearned() throws IOException {
        JsonNode card = train("--latent", 4, "--epochs", 1, "--split-long").json();

        CommandLineRun run = CommandLineRun.of("space", "evaluate", "--model", space, "--corpus", music);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("figures")).isEqualTo(card.get("figures"));
        assertThat(run.json().get("corpusAsLearned").asBoolean()).isTrue();
        assertThat(run.json().get("figuresAsOnCard").asBoolean()).isTrue();
        assertThat(run.err()).contains("12 files: 12 kept");

        MidiWriter.write(SampleMusic.tune(99), music.resolve("another.mid"));
        JsonNode other = CommandLineRun.of("space", "evaluate", "--model", space, "--corpus", music)
                .json();
        assertThat(other.get("corpusAsLearned").asBoolean()).isFalse();
        assertThat(other.get("figures")).hasSameSizeAs(card.get("figures"));
    }

    @Test
    void evaluate_takesSpacesAlone_andMusicThatCanBeDivided() throws IOException {
        CommandLineRun melodies = CommandLineRun.of("space", "evaluate", "--model", "folk", "--corpus", music);
        assertThat(melodies.exitCode()).isEqualTo(1);
        assertThat(melodies.err()).contains("folk is a melody model, which musicgen generate");

        Path one = Files.createDirectory(folder.resolve("one"));
        MidiWriter.write(SampleMusic.tune(1), one.resolve("tune.mid"));
        CommandLineRun lonely = CommandLineRun.of("space", "evaluate", "--corpus", one);
        assertThat(lonely.exitCode()).isEqualTo(1);
        assertThat(lonely.err()).contains("musicgen: " + one + ": ");
        assertThat(CommandLineRun.of("space", "evaluate").exitCode()).isEqualTo(2);
    }

    @Test
    void aTrainingThatIsGivenAgain_goesOn_andEndsAlike() throws IOException {
        JsonNode whole = train("--latent", 4, "--epochs", 3).json();
        Path kept = folder.resolve("kept");
        train("--latent", 4, "--epochs", 1, "--checkpoints", kept);

        CommandLineRun resumed = train("--latent", 4, "--epochs", 3, "--checkpoints", kept);

        assertThat(resumed.json().get("sha256")).isEqualTo(whole.get("sha256"));
        assertThat(resumed.err())
                .containsPattern("(?m)^goes on after epoch 1, best so far \\d+\\.\\d\\d nats a melody$")
                .containsPattern("(?m)^epoch 2  .* events [0-9.]+ %  \\d+:\\d\\d$")
                .doesNotContain("epoch 1  ");
        assertThat(kept).isNotEmptyDirectory();
    }

    @Test
    void bars_underAConductor_becomeASpaceOfLongerMelodies() throws IOException {
        CommandLineRun run =
                train("--bars", 4, "--bar-encoder", 6, "--conductor", "5,7", "--latent", 4, "--epochs", 1, "--seed", 3);

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.at("/configuration/bars").asInt()).isEqualTo(4);
        assertThat(json.get("barEncoder").toString()).isEqualTo("[6]");
        assertThat(json.get("encoder").toString()).isEqualTo("[8]");
        assertThat(json.get("conductor").toString()).isEqualTo("[5,7]");
        assertThat(json.get("decoder").toString()).isEqualTo("[8]");
        assertThat(LatentModel.load(space).request().sample(1).get(0).length()).isEqualTo(64);
        String page = CommandLineRun.of("models", "show", space).out();
        assertThat(page)
                .contains("a space of melodies of 4 bars")
                .containsPattern("encoder of bars +twice 6")
                .containsPattern("conductor +5, 7");
        Path drawn = folder.resolve("drawn.mid");
        CommandLineRun draw = CommandLineRun.of("space", "draw", "--model", space, "--seed", 1, "-o", drawn);
        assertThat(draw.json().at("/melodies/0")).hasSize(64);
        CommandLineRun vary = CommandLineRun.of("space", "vary", "--model", space, "--of", drawn, "-o", drawn);
        assertThat(vary.exitCode()).as(vary.err()).isEqualTo(2); // it would overwrite what it reads
    }

    /** Twelve beats of four bars, whose stretches come again in each other, in four families; and a tune. */
    private Path beats() throws IOException {
        Path beats = Files.createDirectory(folder.resolve("beats"));
        for (int seed = 0; seed < 12; seed++) {
            MidiWriter.write(SampleMusic.beat(seed), beats.resolve("beat" + seed + ".mid"));
        }
        MidiWriter.write(SampleMusic.tune(1), beats.resolve("tune.mid"));
        return beats;
    }

    private CommandLineRun trainDrums(Path beats, Object... more) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of("space", "train", "--drums", "--corpus", beats, "-o", space, "--encoder", 8),
                        Stream.concat(Stream.of("--decoder", 8, "--latent", 4, "--epochs", 1), Stream.of(more)))
                .toArray());
    }

    @Test
    void aFolderOfBeats_becomesASpaceOfDrums() throws IOException {
        CommandLineRun run = trainDrums(beats(), "--f16", "--license", "CC-BY-4.0");

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.at("/configuration/name").asText()).isEqualTo("2bar-drums");
        assertThat(json.at("/configuration/contents").asText()).isEqualTo("drums");
        assertThat(json.at("/figures/testDrums").asDouble()).isPositive();
        assertThat(json.at("/figures/testTaughtAccuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.at("/provenance/pieces").asText()).isEqualTo("12");
        assertThat(run.err())
                .contains(
                        "tune.mid: rejected: it must have drums in 2 bars of 4/4 that follow each other, but had none")
                .contains("12 of 13 files give 12 different stretches of drums")
                .contains(" nats a drum pattern (surprise ");
        assertThat(LatentModel.loadDrums(space).request().sample(2)).hasSize(2);
        JsonNode judged = CommandLineRun.of("space", "evaluate", "--model", space, "--corpus", folder.resolve("beats"))
                .json();
        assertThat(judged.get("figures")).isEqualTo(json.get("figures"));
        assertThat(judged.get("figuresAsOnCard").asBoolean()).isTrue();
        JsonNode info = CommandLineRun.of("info", space).json();
        assertThat(info.get("golden").asText()).isEqualTo("verified");
        assertThat(CommandLineRun.of("space", "draw", "--model", space, "-o", folder.resolve("drawn.mid"))
                        .exitCode())
                .isZero();
    }

    @Test
    void optionsOfMelodies_meanNothingToDrums() throws IOException {
        Path beats = beats();
        for (Object[] option : new Object[][] {{"--transpose", 1}, {"--range", "C3", "B6"}, {"--split-long"}}) {
            CommandLineRun run = trainDrums(beats, option);
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains(option[0] + " is for melodies, and means nothing to --drums");
        }
    }

    @Test
    void wrongUsage_namesOptionAndBound() {
        assertWrong("bars must be 1..64, but was 65", "--bars", 65);
        assertWrong("units of a layer of the conductor must be 1..8192, but was 0", "--conductor", "8,0");
        assertWrong("units of the encoder of bars must be 1..", "--bar-encoder", 0);
        assertWrong("beta must be 0..1000, but was -1.0", "--beta", -1);
        assertWrong("--transpose must be 0..12, but was 13", "--transpose", 13);
        assertWrong("latent size must be 1..", "--latent", 0);
        assertWrong("must lie within 0..128 and hold an octave", "--range", "C4", "E4");
    }

    private void assertWrong(String words, Object... more) {
        CommandLineRun run = train(more);
        assertThat(run.exitCode()).as(words).isEqualTo(2);
        assertThat(run.err()).contains(words);
    }

    @Test
    void aCorpusWithoutAnyOfFourQuarters_isRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandLineRun run = CommandLineRun.of("space", "train", "--corpus", empty, "-o", space);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(space).doesNotExist();
    }

    @Test
    void waltzesAlone_areRefusedInOneLine_thatNamesTheFolder() throws IOException {
        Path waltzes = Files.createDirectory(folder.resolve("waltzes"));
        for (int seed = 0; seed < 12; seed++) {
            MidiWriter.write(SampleMusic.waltz(seed), waltzes.resolve("waltz" + seed + ".mid"));
        }
        assertThat(CommandLineRun.of("space", "train", "--corpus", waltzes, "--bars", 1, "-o", space)
                        .err())
                .contains(": there must be a stretch of 1 bar of 4/4 with a note for training");
        CommandLineRun run = CommandLineRun.of("space", "train", "--corpus", waltzes, "-o", space);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines().skip(2))
                .singleElement()
                .asString()
                .startsWith(
                        "musicgen: " + waltzes + ": there must be a stretch of 2 bars of 4/4 with a note for training")
                .endsWith(" melodies");
        assertThat(space).doesNotExist();
    }

    @Test
    void shortTunes_areCounted_inWordsThatAreNoLimit() throws IOException {
        Path few = Files.createDirectory(folder.resolve("few"));
        for (int seed = 0; seed < 2; seed++) {
            MidiWriter.write(SampleMusic.beat(), few.resolve("a" + seed + ".mid"));
        }
        CommandLineRun run = CommandLineRun.of("space", "train", "--corpus", few, "-o", space);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("none of 2 files").contains(" gives a melody (drums: 2 times); ");
    }
}
