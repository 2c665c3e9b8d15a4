package io.github.musicgen.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import io.github.musicgen.models.training.course.TrainingStep;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

class TrainingTest {
    private static final List<Melody> LEARNED = Phrases.melodies(24, 1);
    private static final List<Melody> OTHERS = Phrases.melodies(6, 2);
    private static final MelodyRnnConfiguration SMALL =
            MelodyRnnConfiguration.lookbackRnn().withLayers(16, 12);

    @TempDir
    private Path folder;

    private static TrainingOptions.Builder options() {
        return TrainingOptions.usual().toBuilder()
                .batchSize(5)
                .slicing(new Slicing.Whole(16))
                .updater(new Adam(new ExponentialSchedule(ScheduleType.EPOCH, 0.01, 0.9)))
                .dropout(0.2)
                .epochs(3);
    }

    private static Training training(TrainingOptions options) {
        return Training.of(SMALL).melodies(LEARNED, OTHERS).options(options);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRegular_isLearned(CellKind cell) throws IOException {
        TrainedModel trained = Training.of(
                        MelodyRnnConfiguration.basicRnn().withCell(cell).withLayers(24, 24))
                .melodies(LEARNED, OTHERS)
                .options(options().dropout(0).epochs(25).updater(new Adam(0.01)).build())
                .run();

        EpochReport first = trained.history().get(0);
        EpochReport best = trained.history().get(trained.bestEpoch() - 1);
        assertThat(best.validation().natsPerStep())
                .isLessThan(0.1)
                .isLessThan(first.validation().natsPerStep() / 4);
        assertThat(best.validation().eventAccuracy()).isGreaterThan(0.9);
    }

    static Stream<Slicing> slicings() {
        return Stream.of(new Slicing.Whole(16), new Slicing.Crops(20));
    }

    @ParameterizedTest
    @MethodSource("slicings")
    void theSameSeed_givesTheSameWeights_andAnotherOneOthers(Slicing slicing) throws IOException {
        Bundle once = training(options().slicing(slicing).build()).run().bundle();
        Bundle again = training(options().slicing(slicing).build()).run().bundle();
        Bundle other =
                training(options().slicing(slicing).seed(2).build()).run().bundle();

        assertThat(again.hash()).isEqualTo(once.hash()).isNotEqualTo(other.hash());
    }

    @ParameterizedTest
    @MethodSource("slicings")
    void aTrainingThatIsStoppedAnywhere_goesOn_toTheVeryWeights(Slicing slicing) throws IOException {
        TrainingOptions options = options().slicing(slicing).build();
        Bundle whole = training(options).run().bundle();

        int stops = 0;
        TrainedModel resumed;
        while (true) {
            try {
                resumed = training(options)
                        .checkpoints(folder)
                        .betweenCheckpoints(Duration.ZERO)
                        .progress(new StopAfter(7))
                        .run();
                break;
            } catch (StopAfter.Stopped stopped) {
                stops++;
            }
        }

        assertThat(stops).isPositive();
        assertThat(resumed.bundle().hash()).isEqualTo(whole.hash());
        assertThat(resumed.history()).hasSize(3);
    }

    @Test
    void aTrainingThatHasEnded_canBeGivenMoreEpochs() throws IOException {
        Bundle six = training(options().epochs(6).build()).run().bundle();
        training(options().epochs(2).build()).checkpoints(folder).run();

        Bundle longer =
                training(options().epochs(6).build()).checkpoints(folder).run().bundle();

        assertThat(longer.hash()).isEqualTo(six.hash());
    }

    @Test
    void checkpoints_canBeDeleted() throws IOException {
        training(options().epochs(1).build())
                .checkpoints(folder.resolve("kept"))
                .run();
        assertThat(folder.resolve("kept")).isNotEmptyDirectory();

        Training.deleteCheckpoints(folder.resolve("kept"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAKillLeaves_isPassedOver_andCleanedAway() throws IOException {
        Path kept = folder.resolve("kept");
        Bundle whole = training(options().build()).run().bundle();
        training(options().epochs(1).build()).checkpoints(kept).run();
        Files.createDirectories(kept.resolve("step-99999999-00009")); // its state went first
        Files.createDirectories(kept.resolve("." + UUID.randomUUID() + ".tmp"));
        Files.createFile(kept.resolve("diary.txt"));

        Bundle resumed = training(options().build()).checkpoints(kept).run().bundle();
        Training.deleteCheckpoints(kept);

        assertThat(resumed.hash()).isEqualTo(whole.hash());
        assertThat(kept.toFile().list()).containsExactly("diary.txt");
    }

    @Test
    void aBrokenCheckpoint_isNamed() throws IOException {
        training(options().epochs(1).build()).checkpoints(folder).run();
        Path saved = checkpoint(folder);
        Files.write(saved.resolve("network.zip"), new byte[100]);

        assertThatThrownBy(() -> training(options().build()).checkpoints(folder).run())
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(saved.toString())
                .hasMessageContaining("a broken checkpoint");
    }

    /** The one that there is. */
    private static Path checkpoint(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    @Test
    void aSecondTraining_isRefused_asLongAsTheFirstIsUnderWay() throws IOException {
        List<String> refused = new ArrayList<>();
        TrainingProgress second = new TrainingProgress() {
            @Override
            public void epoch(EpochReport report) {
                List.<ThrowingCallable>of(
                                () -> training(options().build())
                                        .checkpoints(folder)
                                        .run(),
                                () -> Training.requireNoOther(folder),
                                () -> Training.deleteCheckpoints(folder))
                        .forEach(call -> refused.add(String.valueOf(catchThrowable(call))));
            }
        };

        training(options().epochs(1).build())
                .checkpoints(folder)
                .progress(second)
                .run();

        assertThat(refused)
                .hasSize(3)
                .allSatisfy(message -> assertThat(message)
                        .contains(folder.toString())
                        .contains("another training keeps its checkpoints"));
        Training.requireNoOther(folder);
        assertThat(training(options().epochs(2).build())
                        .checkpoints(folder)
                        .run()
                        .history())
                .hasSize(2);
    }

    @Test
    void aResumedTraining_hasTheCardThatItIsGivenNow() throws IOException {
        training(options().epochs(1).build()).checkpoints(folder).run();
        ModelCard card = new ModelCard("tunes", "Tunes", "CC0-1.0", "Nobody", Map.of("by", "us"), Map.of());

        ModelCard resumed = training(options().epochs(1).build())
                .card(card)
                .checkpoints(folder)
                .run()
                .bundle()
                .card();

        assertThat(resumed.id()).isEqualTo("tunes");
        assertThat(resumed.license()).isEqualTo("CC0-1.0");
        assertThat(resumed.provenance()).containsEntry("by", "us").containsEntry("seed", "1");
    }

    @Test
    void aCheckpointOfAnotherTraining_isRefused_byWhatDiffers() throws IOException {
        training(options().epochs(1).build()).checkpoints(folder).run();

        assertThatThrownBy(() -> training(options().dropout(0.5).build())
                        .checkpoints(folder)
                        .run())
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("options was")
                .hasMessageContaining("dropout=0.2")
                .hasMessageContaining("dropout=0.5");
        assertThatThrownBy(() -> Training.of(SMALL)
                        .melodies(OTHERS, LEARNED)
                        .options(options().build())
                        .checkpoints(folder)
                        .run())
                .hasMessageContaining("its melodies was");
    }

    @Test
    void aFolderThatCannotBeOne_isNamed() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> training(options().build()).checkpoints(file).run())
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void divergence_namesStepAndLayer_andLeavesTheLastCheckpoint() throws IOException {
        training(options()
                .epochs(1)
                .updater(new Sgd(1e38))
                .clipping(Clipping.none())
                .build());

        assertThatThrownBy(() -> training(options()
                                .updater(new Sgd(1e38))
                                .clipping(Clipping.none())
                                .build())
                        .checkpoints(folder)
                        .run())
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageMatching("training diverged at step \\d+: the .* was [\\w.]+; try a lower .*");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e17, 1e38, 1e300})
    void divergence_inTheLastStepOfAnEpoch_isTold_beforeItIsJudgedAndKept(double rate) {
        TrainingOptions oneStep = options()
                .slicing(new Slicing.Crops(1000))
                .batchSize(1000)
                .updater(new Sgd(rate))
                .clipping(Clipping.none())
                .averaging(0)
                .build();

        assertThatThrownBy(() ->
                        training(oneStep).checkpoints(folder.resolve("kept")).run())
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageMatching("training diverged at step 1: the norm of all weights was [\\w.]+; try a lower .*");
        assertThat(folder).as("nothing was kept").isEmptyDirectory();
    }

    @Test
    void whatIsLearned_isToldInNats_withoutThePenaltyForLargeWeights() throws IOException {
        TrainingOptions free = options().epochs(1).updater(new Sgd(1e-12)).build(); // weights stay as they begin
        List<Double> told = new ArrayList<>();

        double penalized = training(free.toBuilder().l2(1000).build())
                .progress(new TrainingProgress() {
                    @Override
                    public void step(TrainingStep step) {
                        told.add(step.nats());
                    }
                })
                .run()
                .history()
                .get(0)
                .trainingNats();

        assertThat(penalized).isEqualTo(training(free).run().history().get(0).trainingNats(), within(1e-3));
        assertThat(told).isNotEmpty().allSatisfy(nats -> assertThat(nats).isCloseTo(penalized, within(0.1)));
    }

    @Test
    void training_endsAfterSoManyEpochsWithoutProgress() throws IOException {
        TrainedModel trained = training(
                        options().epochs(50).patience(3).updater(new Sgd(1e-12)).build())
                .run();

        assertThat(trained.history().size()).isEqualTo(trained.bestEpoch() + 3);
    }

    @Test
    void progress_isToldEveryBatchAndEpoch() throws IOException {
        List<String> told = new ArrayList<>();
        training(options().epochs(2).build())
                .progress(new TrainingProgress() {
                    @Override
                    public void step(TrainingStep step) {
                        told.add(step.epoch() + ":" + step.batch() + "/" + step.batches());
                    }

                    @Override
                    public void epoch(EpochReport report) {
                        told.add("epoch " + report.epoch());
                    }
                })
                .run();

        assertThat(told)
                .containsExactly(
                        "1:1/5", "1:2/5", "1:3/5", "1:4/5", "1:5/5", "epoch 1", "2:1/5", "2:2/5", "2:3/5", "2:4/5",
                        "2:5/5", "epoch 2");
    }

    @Test
    void nothingToLearn_isSaid() {
        assertThatThrownBy(() -> Training.of(SMALL).melodies(List.of(), OTHERS))
                .hasMessage("there must be a melody of two steps or more for training, but there was none among 0");
        assertThatThrownBy(() -> Training.of(SMALL).run()).hasMessageContaining("call corpus or melodies");
    }
}
