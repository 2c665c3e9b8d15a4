package io.github.musicgen.examples.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.musicgen.api.Generator;
import io.github.musicgen.examples.cli.CommandLineRun;
import io.github.musicgen.examples.cli.music.SampleMusic;
import io.github.musicgen.midi.MidiWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {
    @TempDir
    private Path folder;

    private Path music;
    private Path model;

    @BeforeEach
    void write() throws IOException {
        music = Files.createDirectory(folder.resolve("music"));
        model = folder.resolve("tunes.safetensors");
        for (int seed = 0; seed < 12; seed++) {
            MidiWriter.write(SampleMusic.tune(seed), music.resolve("tune" + seed + ".mid"));
        }
    }

    private CommandLineRun train(Object... more) {
        Object[] arguments = Stream.of(
                        Stream.of("train", "--corpus", music, "-o", model, "--layers", "8,8"),
                        Stream.of(more),
                        Stream.of(more).anyMatch("--epochs"::equals) ? Stream.of() : Stream.of("--epochs", 2))
                .flatMap(words -> words)
                .toArray();
        return CommandLineRun.of(arguments);
    }

    @Test
    void aFolderOfMusic_becomesAModelThatPlays_andSaysWhereItComesFrom() throws IOException {
        CommandLineRun run = train("--license", "CC0-1.0", "--seed", 3);

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode json = run.json();
        assertThat(json.get("id").asText()).isEqualTo("tunes");
        assertThat(json.get("license").asText()).isEqualTo("CC0-1.0");
        assertThat(json.at("/provenance/seed").asText()).isEqualTo("3");
        assertThat(json.at("/provenance/extraction").asText()).contains("\"parts\":\"all\"");
        assertThat(json.at("/figures/testNatsPerStep").asDouble()).isPositive();
        assertThat(json.at("/figures/testBestNgramNatsPerStep").asDouble()).isPositive();
        assertThat(run.err()).contains("12 files: 12 kept").contains("epoch 2");
        assertThat(Generator.load(model).fromScratch().seed(1).generate().continuation())
                .isNotNull();
        assertThat(folder).isDirectoryNotContaining("glob:**.checkpoints");
    }

    @Test
    void evaluate_byWhatWasHeldOut_givesTheFiguresOfTheCard() throws IOException {
        JsonNode card = train("--split-long").json().get("figures");

        CommandLineRun run = CommandLineRun.of("evaluate", "--model", model, "--corpus", music, "--held-out");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("natsPerStep")).isEqualTo(card.get("testNatsPerStep"));
        assertThat(run.json().get("accuracy")).isEqualTo(card.get("testAccuracy"));
        assertThat(run.json().at("/bestNgram/natsPerStep")).isEqualTo(card.get("testBestNgramNatsPerStep"));
        assertThat(run.json().get("knownMelodies").asInt()).isZero();
        assertThat(run.json().get("corpusAsLearned").asBoolean()).isTrue();
        assertThat(run.err()).doesNotContain("may know");
        assertThat(CommandLineRun.of("evaluate", "--model", model, "--corpus", music)
                        .json()
                        .has("corpusAsLearned"))
                .isFalse();
        CommandLineRun both =
                CommandLineRun.of("evaluate", "--model", model, "--corpus", music, "--held-out", "--train", music);
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("--held-out takes what is known from --corpus, so --train means nothing to it");
    }

    @Test
    void evaluate_byWhatIsHeldOutOfOtherMusic_saysSo() throws IOException {
        CommandLineRun run = CommandLineRun.of("evaluate", "--model", "folk", "--corpus", music, "--held-out");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.json().get("corpusAsLearned").asBoolean()).isFalse();
        assertThat(run.err()).contains(music + " is not the music that the model learned");
    }

    @Test
    void theSameSeed_givesTheSameModel_andASplitInTwoRunsToo() throws IOException {
        JsonNode whole = train("--epochs", 4).json();
        train("--epochs", 2, "--checkpoints", folder.resolve("kept"));

        JsonNode resumed =
                train("--epochs", 4, "--checkpoints", folder.resolve("kept")).json();

        assertThat(resumed.get("sha256")).isEqualTo(whole.get("sha256"));
        assertThat(folder.resolve("kept")).isNotEmptyDirectory();
    }

    @Test
    void melodies_areLearnedWholeOrCropped_asSaid() throws IOException {
        assertThat(train("--epochs", 1).json().at("/provenance/training").asText())
                .contains("Whole[truncation=128]");
        assertThat(train("--epochs", 1, "--truncate", 32)
                        .json()
                        .at("/provenance/training")
                        .asText())
                .contains("Whole[truncation=32]");
        assertThat(train("--epochs", 1, "--crop", 16)
                        .json()
                        .at("/provenance/training")
                        .asText())
                .contains("Crops[steps=16]");
    }

    @Test
    void reports_areWrittenWhereTheyAreAskedFor() throws IOException {
        Path page = folder.resolve("page.html");
        Path events = folder.resolve("events");
        Path files = folder.resolve("files.json");

        train("--report", page, "--tensorboard", events, "--corpus-report", files);

        assertThat(page).content().contains("<svg").contains("tunes");
        assertThat(events).isDirectoryContaining("glob:**events.out.tfevents.*");
        assertThat(files).content().contains("tune11.mid");
    }

    @Test
    void wrongUsage_namesOptionAndBound() {
        assertThat(train("--dropout", 1).exitCode()).isEqualTo(2);
        assertThat(train("--dropout", 1).err()).contains("dropout must be at least 0 and less than 1, but was 1.0");
        assertThat(train("--config", "transformer").err())
                .contains("--config must be basic, mono, lookback or attention, but was \"transformer\"");
        assertThat(train("--parts", "loud").err()).contains("but was \"loud\"");
        assertThat(train("--transpose", -1).err()).contains("--transpose must be 0..12, but was -1");
        assertThat(train("--crop", 64, "--truncate", 128).err())
                .contains("--truncate says how whole melodies are learned")
                .contains("cannot be 128 when --crop is 64");
        assertThat(train("--crop", 64, "--truncate", 128).exitCode()).isEqualTo(2);
        assertThat(train("--truncate", 0).err()).contains("but were 0");
        assertThat(train("--config", "attention", "--cell", "tanh").err()).contains("LSTM cells alone");
    }

    @Test
    void whatCannotBeWritten_isSaid_beforeTheMusicIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        Path missing = folder.resolve("missing");

        assertRefused(file + ": a file, not a folder", "--checkpoints", file);
        assertRefused(file + ": a file, not a folder", "--checkpoints", file.resolve("kept"));
        assertRefused(file + ": a file, not a folder", "--tensorboard", file);
        assertRefused(
                file + ": a file, not a folder",
                "--tensorboard",
                file.resolve("a").resolve("b"));
        assertRefused(link + ": a file, not a folder", "--tensorboard", link);
        assertRefused(music + ": a folder, not a file", "--report", music);
        assertRefused(file + ": a file, not a folder", "--report", file.resolve("page.html"));
        assertRefused(missing + ": no such folder", "--report", missing.resolve("page.html"));
        assertRefused(music + ": a folder, not a file", "--corpus-report", music);
        assertRefused(missing + ": no such folder", "--corpus-report", missing.resolve("files.json"));

        assertThat(file).hasContent("mine");
        assertThat(folder).isDirectoryNotContaining("glob:**{missing,checkpoints}");
    }

    @Test
    void anOutputWithoutAFolder_isSaid_beforeTheMusicIsRead() {
        model = folder.resolve("missing").resolve("tunes.safetensors");

        assertRefused(folder.resolve("missing") + ": no such folder");
    }

    private void assertRefused(String reason, Object... more) {
        CommandLineRun run = train(more);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("musicgen: " + reason + System.lineSeparator());
    }

    @Test
    void checkpointsThatAnotherTrainingHolds_areRefused_beforeTheMusicIsRead() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        try (FileChannel file = FileChannel.open(
                        kept.resolve("training.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertRefused(
                    kept + ": another training keeps its checkpoints there; let it end, or name another folder",
                    "--checkpoints",
                    kept);
        }

        assertThat(train("--epochs", 1, "--checkpoints", kept).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--report", "--corpus-report", "--cache"})
    void nameOfMusicForWhatIsNone_isWrongUsage_andLeavesIt(String option) throws IOException {
        for (String name : new String[] {"a.mid", "b.MXL", "c.zip"}) {
            Path music = Files.writeString(folder.resolve(name), "music");

            CommandLineRun run = train(option, music);

            assertThat(run.exitCode()).as(name).isEqualTo(2);
            assertThat(run.err()).contains("must not be named like music").contains(name);
            assertThat(music).hasContent("music");
        }
    }

    @Test
    void onePlaceForTwoThings_isWrongUsage() {
        for (String option :
                new String[] {"--checkpoints", "--tensorboard", "--report", "--corpus-report", "--cache"}) {
            CommandLineRun run = train(option, model);

            assertThat(run.exitCode()).as(option).isEqualTo(2);
            assertThat(run.err()).contains("must not be the same").contains(model.toString());
        }
        assertThat(train("--checkpoints", folder.resolve("x"), "--report", folder.resolve("x"))
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void musicWithoutMelodies_isBadInput() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.writeString(empty.resolve("noise.mid"), "noise");

        CommandLineRun run = CommandLineRun.of("train", "--corpus", empty, "-o", model);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("musicgen: ").contains("1 file").hasLineCount(1);
        assertThat(model).doesNotExist();
    }

    @Test
    void oneUsableFile_isTooFew_andSaid() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        MidiWriter.write(SampleMusic.tune(1), one.resolve("one.mid"));

        CommandLineRun run = CommandLineRun.of("train", "--corpus", one, "-o", model);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("musicgen: ").doesNotContain("Exception");
    }

    @Test
    void divergence_isBadInput_andSaysWhatToTry() {
        CommandLineRun run = train("--learning-rate", 1e30, "--clip", 1e30);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("training diverged at step").contains("try a lower learning rate");
        assertThat(model).doesNotExist();
    }
}
