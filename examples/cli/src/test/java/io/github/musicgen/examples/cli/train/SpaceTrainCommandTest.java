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

    @Test
    void aTrainingThatIsGivenAgain_goesOn_andEndsAlike() throws IOException {
        JsonNode whole = train("--latent", 4, "--epochs", 3).json();
        Path kept = folder.resolve("kept");
        train("--latent", 4, "--epochs", 1, "--checkpoints", kept);

        CommandLineRun resumed = train("--latent", 4, "--epochs", 3, "--checkpoints", kept);

        assertThat(resumed.json().get("sha256")).isEqualTo(whole.get("sha256"));
        assertThat(resumed.err()).contains("epoch 2  ").doesNotContain("epoch 1  ");
        assertThat(kept).isNotEmptyDirectory();
    }

    @Test
    void wrongUsage_namesOptionAndBound() {
        assertWrong("beta must be 0.0..1000.0, but was -1.0", "--beta", -1);
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
}
