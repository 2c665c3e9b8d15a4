package io.github.musicgen.models.training.melodyvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyvae.DecoderLayers;
import io.github.musicgen.api.melodyvae.EncoderLayers;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.corpus.drums.DrumCorpus;
import io.github.musicgen.models.corpus.drums.DrumPiece;
import io.github.musicgen.models.corpus.drums.DrumSplit;
import io.github.musicgen.models.evaluation.melodyvae.LatentScore;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import io.github.musicgen.models.training.course.TrainingStep;
import io.github.musicgen.representation.melody.DrumPattern;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatentTrainingTest {
    private static final MelodyVaeConfiguration TINY = MelodyVaeConfiguration.small()
            .withRange(60, 72)
            .withBars(1)
            .withEncoder(16)
            .withDecoder(16)
            .withLatentSize(4);
    private static final LatentTrainingOptions OPTIONS = LatentTrainingOptions.usual().toBuilder()
            .batchSize(8)
            .learningRate(0.01)
            .epochs(3)
            .patience(3)
            .beta(0.1)
            .build();

    @TempDir
    Path folder;

    /** Bars of four equal quarters, or of eighths, from each pitch of the range: little to tell, and that can be learned. */
    private static List<Melody> bars() {
        List<Melody> bars = new ArrayList<>();
        for (int pitch = 60; pitch < 72; pitch++) {
            for (int step = 2; step <= 4; step += 2) {
                int[] events = new int[16];
                Arrays.fill(events, Melody.NO_EVENT);
                for (int i = 0; i < 16; i += step) {
                    events[i] = pitch;
                }
                bars.add(Melody.of(events));
            }
        }
        return bars;
    }

    private static LatentTraining training(LatentTrainingOptions options) {
        return LatentTraining.of(TINY).options(options).melodies(bars(), bars());
    }

    @Test
    void run_learnsToGiveMelodiesBack_fromVectorsThatTellThemApart() throws Exception {
        TrainedLatentModel trained = training(
                        OPTIONS.toBuilder().epochs(150).patience(150).beta(0.02).build())
                .run();
        LatentScore score = LatentScore.of(trained.bundle().model(Engine.portable()), bars(), 1);
        assertThat(score.stretches()).isEqualTo(24);
        assertThat(score.taught()).isGreaterThan(0.95);
        assertThat(score.sampled()).isGreaterThan(0.8);
        assertThat(score.activeUnits()).isBetween(1, 4);
        assertThat(score.divergence()).isGreaterThan(1);
        LatentEpoch best = trained.history().get(trained.bestEpoch() - 1);
        assertThat(best.validation().divergence()).isCloseTo(score.divergence(), within(1e-3));
        assertThat(best.validation().total())
                .isLessThan(trained.history().get(0).validation().total() / 3);
    }

    /** Four bars, of which each is one of the bars above: to give them back, the conductor has to tell them apart. */
    private static List<Melody> phrases() {
        List<Melody> bars = bars();
        List<Melody> phrases = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            int[] events = new int[64];
            for (int bar = 0; bar < 4; bar++) {
                System.arraycopy(bars.get((i + 7 * bar * bar) % bars.size()).events(), 0, events, 16 * bar, 16);
            }
            phrases.add(Melody.of(events));
        }
        return phrases;
    }

    private static LatentTraining conducted(LatentTrainingOptions options) {
        MelodyVaeConfiguration configuration = TINY.withBars(4)
                .withEncoder(EncoderLayers.byBars(12, 16))
                .withDecoder(DecoderLayers.flat(16).under(20))
                .withLatentSize(8);
        return LatentTraining.of(configuration).options(options).melodies(phrases(), phrases());
    }

    @Test
    void run_underAConductor_learnsToGiveLongerMelodiesBack() throws Exception {
        TrainedLatentModel trained = conducted(
                        OPTIONS.toBuilder().epochs(600).patience(600).beta(0.01).build())
                .run();
        LatentScore score = LatentScore.of(trained.bundle().model(Engine.portable()), phrases(), 1);
        assertThat(score.stretches()).isEqualTo(24);
        assertThat(score.taught()).isGreaterThan(0.95);
        assertThat(score.sampled()).isGreaterThan(0.9);
        assertThat(score.divergence()).isGreaterThan(1);
        LatentEpoch best = trained.history().get(trained.bestEpoch() - 1);
        assertThat(best.validation().divergence()).isCloseTo(score.divergence(), within(1e-2));
    }

    @Test
    void run_underAConductor_thatWasStopped_endsWithTheVeryWeights() throws Exception {
        LatentTrainingOptions options = OPTIONS.toBuilder().samplingRate(2).build();
        String whole = conducted(options).run().bundle().hash();
        conducted(options.toBuilder().epochs(1).build()).checkpoints(folder).run();
        MelodyVaeBundle resumed = conducted(options).checkpoints(folder).run().bundle();
        assertThat(resumed.hash()).isEqualTo(whole);
        resumed.write(folder.resolve("conducted"), Precision.F32);
        assertThat(MelodyVaeBundle.read(folder.resolve("conducted")).hash()).isEqualTo(whole);
    }

    @Test
    void run_withAHeavyBeta_collapses_andIsCountedSo() throws Exception {
        TrainedLatentModel trained = training(
                        OPTIONS.toBuilder().epochs(20).patience(20).beta(50).build())
                .run();
        LatentScore score = LatentScore.of(trained.bundle().model(Engine.portable()), bars(), 1);
        assertThat(score.activeUnits()).isZero();
        assertThat(score.divergence()).isLessThan(0.5);
    }

    private static final MelodyVaeConfiguration TINY_DRUMS = MelodyVaeConfiguration.smallDrums()
            .withBars(1)
            .withEncoder(32)
            .withDecoder(32)
            .withLatentSize(8);

    /** Bars of the bass drum and another of the nine, which are the same from any beat on: several inputs at once tell them apart. */
    private static List<DrumPiece> beats() {
        List<DrumPiece> beats = new ArrayList<>();
        for (int drum = 1; drum < 9; drum++) {
            for (int step = 1; step <= 4; step *= 2) {
                int[] events = new int[16];
                for (int i = 0; i < 16; i++) {
                    events[i] = (i % 4 == 0 ? 1 : 0) | (i % step == 0 ? 1 << drum : 0);
                }
                beats.add(new DrumPiece("beat " + drum + " " + step, List.of(DrumPattern.of(events))));
            }
        }
        return beats;
    }

    private static LatentTraining drums(LatentTrainingOptions options) {
        return LatentTraining.of(TINY_DRUMS).options(options).drums(new DrumSplit(beats(), beats(), List.of()));
    }

    @Test
    void run_ofDrums_learnsToGiveThemBack() throws Exception {
        TrainedLatentModel trained = drums(OPTIONS.toBuilder()
                        .learningRate(0.02)
                        .epochs(300)
                        .patience(300)
                        .beta(0.01)
                        .build())
                .run();
        LatentScore score = LatentScore.of(trained.bundle().model(Engine.portable()), DrumSplit.stretches(beats()), 1);
        assertThat(score.stretches()).isEqualTo(24);
        assertThat(score.taught()).isGreaterThan(0.95);
        assertThat(score.sampled()).isGreaterThan(0.8);
        LatentEpoch best = trained.history().get(trained.bestEpoch() - 1);
        assertThat(best.validation().divergence()).isCloseTo(score.divergence(), within(1e-3));
        assertThat(trained.bundle().card().provenance())
                .containsEntry("drums", "24")
                .doesNotContainKey("melodies");
        assertThat(trained.bundle().model(Engine.portable()).prior()).isNotNull();
    }

    @Test
    void run_ofDrums_thatWasStopped_endsWithTheVeryWeights() throws Exception {
        String whole = drums(OPTIONS).run().bundle().hash();
        drums(OPTIONS.toBuilder().epochs(1).build()).checkpoints(folder).run();
        assertThat(drums(OPTIONS).checkpoints(folder).run().bundle().hash()).isEqualTo(whole);
    }

    @Test
    void run_ofACorpusOfDrums_isJudgedOnWhatIsHeldOut() throws Exception {
        ModelCard card = LatentTraining.of(TINY_DRUMS)
                .options(OPTIONS.toBuilder().epochs(1).build())
                .drums(DrumCorpus.of(beats()))
                .run()
                .bundle()
                .card();
        assertThat(card.provenance()).containsKeys("corpus", "pieces", "drums", "bestEpoch");
        assertThat(card.figures()).containsKeys("testDrums", "testTaughtAccuracy", "testSampledAccuracy");
        assertThat(card.figures().get("testDrums")).isPositive();
    }

    @Test
    void contents_ofAnotherKind_areRefused() {
        DrumSplit split = new DrumSplit(beats(), beats(), List.of());
        assertThatThrownBy(() -> LatentTraining.of(TINY).drums(split))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"2bar-small\" must be a space of drums, but is one of melodies");
        assertThatThrownBy(() -> LatentTraining.of(TINY_DRUMS).melodies(bars(), bars()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"2bar-drums-small\" must be a space of melodies, but is one of drums");
        assertThatThrownBy(() -> LatentTraining.of(TINY_DRUMS.withBars(2)).drums(split))
                .hasMessage("drums must be in stretches of 2 bars of 16 steps, but one has 16 steps in bars of 16");
        assertThatThrownBy(() -> LatentTraining.of(TINY_DRUMS).drums(new DrumSplit(beats(), List.of(), List.of())))
                .hasMessage("there must be a piece with drums for validation, but there was none");
    }

    @Test
    void drums_areLearnedAsTheyAre() {
        Augmentation higher = new Augmentation(List.of(1), List.of(), 0, 128);
        assertThatThrownBy(() ->
                        drums(OPTIONS.toBuilder().augmentation(higher).build()).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("drums must be learned as they are, without augmentation, but it was ");
    }

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 8})
    void run_thatWasStopped_endsWithTheVeryWeights(int steps) throws Exception {
        LatentTrainingOptions options =
                OPTIONS.toBuilder().samplingRate(2).freeBits(1).build();
        MelodyVaeBundle whole = training(options).run().bundle();
        for (int at = 0; at <= 9; at += steps) {
            int last = steps;
            int[] taken = {0};
            LatentTraining stopped = training(options)
                    .checkpoints(folder)
                    .betweenCheckpoints(Duration.ZERO)
                    .progress(new LatentProgress() {
                        @Override
                        public void step(TrainingStep step) {
                            taken[0]++;
                            if (taken[0] > last) {
                                throw new Stop();
                            }
                        }
                    });
            try {
                stopped.run();
            } catch (Stop expected) {
                assertThat(taken[0]).isEqualTo(last + 1);
            }
        }
        MelodyVaeBundle resumed = training(options).checkpoints(folder).run().bundle();
        assertThat(resumed.hash()).isEqualTo(whole.hash());
    }

    @Test
    void start_tellsTheEpochsThatHaveEndedBefore() throws Exception {
        List<List<LatentEpoch>> told = new ArrayList<>();
        LatentProgress progress = new LatentProgress() {
            @Override
            public void start(List<LatentEpoch> history) {
                told.add(history);
            }
        };
        List<LatentEpoch> history =
                training(OPTIONS).checkpoints(folder).progress(progress).run().history();
        training(OPTIONS).checkpoints(folder).progress(progress).run();
        assertThat(told).containsExactly(List.of(), history);
    }

    @Test
    void checkpoints_ofAnotherTraining_areRefused() throws Exception {
        training(OPTIONS).checkpoints(folder).run();
        LatentTraining other = training(OPTIONS.toBuilder().beta(0.3).build()).checkpoints(folder);
        assertThatThrownBy(other::run)
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("a checkpoint of another training: its options was");
        assertThat(training(OPTIONS.toBuilder().epochs(4).patience(4).build())
                        .checkpoints(folder)
                        .run()
                        .history())
                .hasSize(4);
    }

    @Test
    void run_sameSeed_givesTheSameWeights_andAnotherOthers() throws Exception {
        String hash = training(OPTIONS).run().bundle().hash();
        assertThat(training(OPTIONS).run().bundle().hash()).isEqualTo(hash);
        assertThat(training(OPTIONS.toBuilder().seed(2).build()).run().bundle().hash())
                .isNotEqualTo(hash);
        assertThat(training(OPTIONS.toBuilder().samplingRate(1).build())
                        .run()
                        .bundle()
                        .hash())
                .isNotEqualTo(hash);
        Augmentation higher = new Augmentation(List.of(1), List.of(), 60, 72);
        assertThat(training(OPTIONS.toBuilder().augmentation(higher).build())
                        .run()
                        .bundle()
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void run_inHalfPrecision_isTheModelOfTheFile() throws Exception {
        MelodyVaeBundle bundle =
                training(OPTIONS).precision(Precision.F16).run().bundle();
        bundle.write(folder.resolve("half"), Precision.F16);
        assertThat(MelodyVaeBundle.read(folder.resolve("half")).hash()).isEqualTo(bundle.hash());
        assertThat(bundle.card().provenance()).containsKeys("seed", "training", "melodies", "bestEpoch", "library");
    }

    @Test
    void run_withMelodiesThatCannotBeCut_isRefused() {
        List<Melody> waltz = bars().stream().map(bar -> bar.withMeter(12, 4)).toList();
        assertThatThrownBy(() -> LatentTraining.of(TINY).melodies(waltz, bars()))
                .hasMessage(
                        "there must be a stretch of 1 bar of 4/4 with a note for training, but there was none in 24 melodies");
        assertThatThrownBy(() -> LatentTraining.of(TINY).run()).hasMessageContaining("call corpus, melodies or drums");
    }

    @Test
    void run_thatDiverges_saysWhere() {
        LatentTraining wild =
                training(new LatentTrainingOptions(8, 1, 1, 1, 1e30, 1000, 0, 0, 0, 0, 40, 40, Augmentation.none(), 1));
        assertThatThrownBy(wild::run)
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageStartingWith("training diverged at step ");
    }

    @Test
    void options_followMusicVae() {
        LatentTrainingOptions usual = LatentTrainingOptions.usual();
        assertThat(usual.learningRateAt(0)).isEqualTo(1e-3);
        assertThat(usual.learningRateAt(1)).isCloseTo((1e-3 - 1e-5) * 0.9999 + 1e-5, within(1e-15));
        assertThat(usual.weightAt(0).beta()).isZero();
        assertThat(usual.weightAt(1_000_000).beta()).isCloseTo(0.2, within(1e-9));
        assertThat(usual.toBuilder().freeBits(48).build().weightInTheEnd().freeNats())
                .isCloseTo(48 * Math.log(2), within(1e-12));
        assertThat(usual.weightAt(0).drawn()).isCloseTo(1 - 1000.0 / 1001, within(1e-12));
        assertThat(usual.weightAt(10_000_000).drawn()).isEqualTo(1);
        assertThat(usual.toBuilder()
                        .samplingRate(0)
                        .build()
                        .weightAt(10_000_000)
                        .drawn())
                .isZero();
        assertThatThrownBy(() -> usual.toBuilder().beta(-1).build()).hasMessage("beta must be 0..1000, but was -1.0");
        assertThatThrownBy(() -> usual.toBuilder().batchSize(0).learningRate(1).build())
                .hasMessage("batch size must be 1..65536, but was 0");
        assertThatThrownBy(() -> usual.toBuilder().epochs(0).build())
                .hasMessage("epochs must be at least 1, but was 0");
        assertThatThrownBy(() -> usual.toBuilder().learningRate(0).build())
                .hasMessage("learning rate must be 0.00001..1, but was 0.0");
        assertThatThrownBy(() -> usual.toBuilder().clip(Double.NaN).build())
                .hasMessage("clip must be more than 0 and finite, but was NaN");
        assertThatThrownBy(() -> usual.toBuilder().averaging(1).build())
                .hasMessage("averaging must be at least 0 and less than 1, but was 1.0");
    }

    @Test
    void folder_inWhichAnotherTrainingIsUnderWay_isRefused() throws IOException {
        List<Throwable> refused = new ArrayList<>();
        training(OPTIONS)
                .checkpoints(folder)
                .progress(new LatentProgress() {
                    @Override
                    public void epoch(LatentEpoch report) {
                        refused.add(catchThrowable(
                                () -> training(OPTIONS).checkpoints(folder).run()));
                    }
                })
                .run();
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each).hasMessageContaining("another training keeps its checkpoints there"));
    }
}
