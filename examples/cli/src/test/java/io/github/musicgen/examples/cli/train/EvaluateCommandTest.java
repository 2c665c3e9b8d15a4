package io.github.musicgen.examples.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.examples.cli.model.SmallModels;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    @TempDir
    private Path folder;

    private Path model;
    private Path music;
    private Path training;

    @BeforeEach
    void write() throws IOException {
        model = SmallModels.basic(folder.resolve("model.safetensors"), 5);
        music = Files.createDirectory(folder.resolve("music"));
        MidiWriter.write(SampleMusic.scale(), music.resolve("scale.mid"));
        for (int seed = 0; seed < 12; seed++) {
            MidiWriter.write(SampleMusic.tune(seed), music.resolve("tune" + seed + ".mid"));
        }
        training = Files.createDirectory(folder.resolve("training"));
        MidiWriter.write(SampleMusic.scale(), training.resolve("again.mid"));
    }

    @Test
    void evaluate_withTraining_printsEveryFigure() throws IOException {
        CommandLineRun run = CommandLineRun.of("evaluate", "--model", model, "--corpus", music, "--train", training);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        JsonNode json = run.json();
        assertThat(json.at("/model/id").asText()).isEqualTo("small-basic");
        assertThat(json.at("/extraction/parts").asText()).isEqualTo("all");
        assertThat(json.get("extractionRecorded").asBoolean()).isFalse();
        assertThat(json.at("/corpus/files/kept").asInt()).isEqualTo(13);
        assertThat(json.at("/train/files/kept").asInt()).isEqualTo(1);
        assertThat(json.get("natsPerStep").asDouble()).isPositive();
        assertThat(json.at("/bestNgram/natsPerStep").asDouble()).isPositive();
        assertThat(json.get("overlap").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.get("longestCopyHeldOut").asInt()).as("the whole scale").isEqualTo(32);
        assertThat(json.get("longestCopyHeldOutPiece").asText()).contains("again.mid");
        assertThat(json.get("knownMelodies").asInt()).isEqualTo(1);
        assertThat(json.get("features")).hasSize(11);
        assertThat(json.get("metrics")).hasSize(9);
    }

    @Test
    void evaluate_again_printsTheSame() {
        CommandLineRun first = CommandLineRun.of("evaluate", "--model", model, "--corpus", music);
        CommandLineRun again = CommandLineRun.of("evaluate", "--model", model, "--corpus", music);
        CommandLineRun other = CommandLineRun.of("evaluate", "--model", model, "--corpus", music, "--seed", 1);

        assertThat(first.exitCode()).isZero();
        assertThat(again.out()).isEqualTo(first.out()).doesNotContain("longestCopy");
        assertThat(other.out()).isNotEqualTo(first.out());
    }

    @Test
    void evaluate_aFolderWithoutMusic_saysSo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        CommandLineRun run = CommandLineRun.of("evaluate", "--model", model, "--corpus", empty);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("musicgen: there is no music in \"" + empty)
                .hasLineCount(1);
    }

    @Test
    void evaluate_aFolderThatIsMissing_saysSo() {
        CommandLineRun run = CommandLineRun.of(
                "evaluate", "--model", model, "--corpus", music, "--train", folder.resolve("nowhere"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("nowhere").hasLineCount(1);
    }

    @Test
    void evaluate_aModelWhoseExtractionIsBroken_namesTheModel() throws IOException {
        Path broken = SmallModels.basic(folder.resolve("broken.safetensors"), 5, "{\"parts\": 3}");

        CommandLineRun run = CommandLineRun.of("evaluate", "--model", broken, "--corpus", music);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("musicgen: " + broken + ": provenance, extraction: expected a field \"stepsPerQuarter\"")
                .hasLineCount(1);
    }

    @Test
    void evaluate_readsAsTheModelSays() throws IOException {
        String named =
                "{\"stepsPerQuarter\":4,\"parts\":\"name:Flute\",\"splitLongMelodies\":false,\"dropDuplicates\":false,"
                        + "\"maxFileBytes\":1000000,\"extraction\":{\"minBars\":1,\"minPitchClasses\":1,\"gapBars\":1.0,"
                        + "\"ignorePolyphonicNotes\":false,\"padEnd\":false,\"filterDrums\":true,\"filterUnpitched\":false,"
                        + "\"splitAtMeterChanges\":true}}";
        Path recorded = SmallModels.basic(folder.resolve("recorded.safetensors"), 5, named);

        CommandLineRun run = CommandLineRun.of("evaluate", "--model", recorded, "--corpus", music);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("extractionRecorded").asBoolean()).isTrue();
        assertThat(run.json().at("/extraction/parts").asText()).isEqualTo("name:Flute");
        assertThat(run.json().at("/corpus/files/kept").asInt())
                .as("the scale alone has a flute")
                .isEqualTo(1);
        assertThat(run.json().has("overlap")).isFalse();
        assertThat(run.err())
                .contains("no overlap is told")
                .contains("three melodies")
                .hasLineCount(1);
    }

    @Test
    void evaluate_withoutACorpus_isWrongUsage() {
        CommandLineRun run = CommandLineRun.of("evaluate", "--model", model);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--corpus");
    }
}
