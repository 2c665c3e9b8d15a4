package io.github.musicgen.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.models.corpus.BandCorpus;
import io.github.musicgen.models.corpus.BandPiece;
import io.github.musicgen.models.corpus.BandSplit;
import io.github.musicgen.models.evaluation.BandScore;
import io.github.musicgen.models.evaluation.Listening;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BandTrainingTest {
    private static final BandTrainingOptions FEW = BandTrainingOptions.usual().toBuilder()
            .epochs(2)
            .nextEpochs(2)
            .semitones(1)
            .build();

    @TempDir
    Path folder;

    private static BandTraining training(BandTrainingOptions options) {
        return BandTraining.of(BandSongs.TINY).options(options).pieces(BandSongs.split());
    }

    @Test
    void run_foreseesMoreThanCounting_andListens() throws Exception {
        BandTrainingOptions options = BandTrainingOptions.usual().toBuilder()
                .epochs(150)
                .nextEpochs(60)
                .patience(150)
                .semitones(5)
                .build();
        TrainedBand trained = training(options).precision(Precision.F16).run();
        Map<String, Double> figures = trained.bundle().card().figures();
        assertThat(figures.get("testNats")).isLessThan(figures.get("testFrequencies"));
        assertThat(figures.get("testNats")).isLessThan(figures.get("testRepetition"));
        assertThat(figures.get("testNats.bass")).isLessThan(figures.get("testNobodyHeard.bass"));
        assertThat(figures.get("testNobodyHeardWorse.bass"))
                .isGreaterThan(figures.getOrDefault("testPieces", Double.NaN) / 2);
        assertThat(figures.get("testFirstHeard.bass")).isCloseTo(figures.get("testNats.bass"), within(1e-9));
        assertThat(figures.get("testFirstHeardWorse.bass")).isZero();
        assertThat(figures)
                .containsKeys(
                        "testPresence.piano",
                        "testPresence.bass",
                        "testPresenceSongs.bass",
                        "testSegments",
                        "testPieces");
        assertThat(trained.history())
                .extracting(BandEpoch::network)
                .contains("piano", "bass", "piano, next", "bass, next", "ears");
        BandScore score = BandScore.of(
                trained.bundle().model(Engine.portable()),
                BandSongs.split().training(),
                BandSongs.split().test(),
                Listening.ALL,
                16,
                1);
        assertThat(score.nats()).isCloseTo(figures.get("testNats"), within(1e-9));
        assertThat(score.instruments().get(0).segments()).isEqualTo(22);
        assertThat(Band.of(trained.bundle())
                        .request()
                        .segments(8)
                        .continueSong(BandSongs.song(4, 3))
                        .notes()
                        .count())
                .isGreaterThan(32);
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void run_thatWasStopped_endsWithTheVeryWeights(int steps) throws Exception {
        BandVaeBundle whole = training(FEW).run().bundle();
        @Nullable BandVaeBundle last = null;
        for (int goes = 0; last == null && goes < 100; goes++) {
            int[] taken = {0};
            BandTraining stopped = training(FEW)
                    .checkpoints(folder)
                    .betweenCheckpoints(Duration.ZERO)
                    .progress(new BandProgress() {
                        @Override
                        public void step(TrainingStep step) {
                            if (++taken[0] > steps) {
                                throw new Stop();
                            }
                        }
                    });
            try {
                last = stopped.run().bundle();
            } catch (Stop expected) {
                assertThat(taken[0]).isEqualTo(steps + 1);
            }
        }
        BandVaeBundle ended = Objects.requireNonNull(last);
        assertThat(ended.hash()).isEqualTo(whole.hash());
        assertThat(ended.card().figures()).isEqualTo(whole.card().figures());
    }

    @Test
    void start_tellsTheEpochsThatHaveEndedBefore() throws Exception {
        List<List<BandEpoch>> told = new ArrayList<>();
        BandProgress progress = new BandProgress() {
            @Override
            public void start(List<BandEpoch> history) {
                told.add(history);
            }
        };
        List<BandEpoch> history =
                training(FEW).checkpoints(folder).progress(progress).run().history();
        training(FEW).checkpoints(folder).progress(progress).run();
        assertThat(told).containsExactly(List.of(), history);
    }

    @Test
    void checkpoints_ofAnotherTraining_areRefused() throws Exception {
        training(FEW).checkpoints(folder).run();
        assertThatThrownBy(() -> training(FEW.toBuilder().seed(2).build())
                        .checkpoints(folder)
                        .run())
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("a checkpoint of another training: its options");
        Training.deleteCheckpoints(folder);
        assertThat(folder).doesNotExist();
    }

    @Test
    void theThesis_canBeTrained_too() throws Exception {
        BandVaeConfiguration tiny = new BandVaeConfiguration(
                "old", 4, 16, BandSongs.TINY.instruments(), 4, List.of(16), List.of(16), false, List.of(), 0.3);
        TrainedBand trained = BandTraining.of(tiny)
                .options(FEW.toBuilder().epochs(5).nextEpochs(5).build())
                .pieces(BandSongs.split())
                .run();
        List<BandEpoch> piano =
                trained.history().stream().filter(epoch -> epoch.stage() == 0).toList();
        assertThat(piano.get(4).training()).isLessThan(piano.get(0).training());
        assertThat(trained.bundle().card().figures()).containsKey("testNats");
    }

    /** There is nobody to hear, and its ears stay as they were. */
    @Test
    void aBandOfOne_isTrained_withoutEars() throws Exception {
        BandVaeConfiguration solo =
                BandSongs.TINY.withInstruments(BandSongs.TINY.instruments().subList(0, 1));
        List<BandPiece> pieces = List.of(
                BandCorpus.piece("one", BandRolls.of(BandSongs.song(12, 0), solo), solo),
                BandCorpus.piece("two", BandRolls.of(BandSongs.song(12, 4), solo), solo));
        TrainedBand trained = BandTraining.of(solo)
                .options(FEW)
                .pieces(new BandSplit(pieces.subList(0, 1), pieces.subList(1, 2), List.of()))
                .checkpoints(folder)
                .run();
        assertThat(trained.history())
                .extracting(BandEpoch::network)
                .contains("piano, next")
                .doesNotContain("ears");
        assertThat(trained.bundle().tensors().tensor("ear.pitches").values()).containsOnly(0);
    }

    @Test
    void whatCannotBeTrained_isRefused() throws IOException {
        assertThatThrownBy(() -> BandTraining.of(BandSongs.TINY).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a training must have pieces: call corpus or pieces before run");
        assertThatThrownBy(() -> BandTraining.of(BandSongs.TINY)
                        .pieces(new BandSplit(BandSongs.pieces(1, 0), List.of(), List.of())))
                .hasMessage("there must be a piece to learn and one to tell when to stop, but were 1 and 0");
        BandCorpus other = BandCorpus.of(BandVaeConfiguration.band(), BandSongs.pieces(1, 0));
        assertThatThrownBy(() -> BandTraining.of(BandSongs.TINY).corpus(other))
                .hasMessage("a corpus must be read for the band that learns it, tiny, but was for band");
        assertThatThrownBy(() -> FEW.toBuilder().semitones(12).build())
                .hasMessage("semitones must be 0..11, but was 12");
        assertThatThrownBy(() -> FEW.toBuilder().beta(Double.NaN).build()).hasMessageContaining("but was NaN");
        assertThatThrownBy(() -> FEW.toBuilder().patience(0).build()).hasMessageContaining("patience must be");
    }
}
