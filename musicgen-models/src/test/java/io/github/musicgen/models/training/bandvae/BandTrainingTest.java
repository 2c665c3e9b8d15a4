package io.github.musicgen.models.training.bandvae;

import static io.github.musicgen.api.testing.TinyBands.TINY_IN_C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.models.corpus.band.BandCorpus;
import io.github.musicgen.models.corpus.band.BandPiece;
import io.github.musicgen.models.corpus.band.BandSplit;
import io.github.musicgen.models.corpus.band.LedPiece;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.evaluation.bandvae.BandScore;
import io.github.musicgen.models.evaluation.bandvae.Listening;
import io.github.musicgen.models.training.Training;
import io.github.musicgen.models.training.course.TrainingStep;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
        assertThat(figures.get("testNatsBetter.bass"))
                .isGreaterThan(figures.getOrDefault("testPieces", Double.NaN) / 2);
        assertThat(figures.get("testFirstHeard.bass")).isCloseTo(figures.get("testNats.bass"), within(1e-9));
        assertThat(figures.get("testFirstHeardBetter.bass")).isEqualTo(figures.get("testNatsBetter.bass"));
        assertThat(figures)
                .containsKeys(
                        "testPresence.piano",
                        "testPresence.bass",
                        "testPresenceSongs.bass",
                        "testMelodies",
                        "testOtherInKey",
                        "testRealConsonant",
                        "testSegments",
                        "testPieces");
        assertThat(trained.history())
                .extracting(BandEpoch::network)
                .contains("piano", "bass", "piano, next", "bass, next", "bass, hears", "ears")
                .doesNotContain("piano, hears");
        BandScore score = BandScore.of(
                trained.bundle().model(Engine.portable()),
                BandSongs.split().training(),
                LedPiece.asTheyAre(BandSongs.split().test()),
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

    /** The bass plays roots of a key that is another in each song. */
    @Test
    void aBandOfOneKey_playsToMelodiesInTheirKeys() throws Exception {
        BandTrainingOptions options = BandTrainingOptions.usual().toBuilder()
                .epochs(300)
                .nextEpochs(100)
                .patience(100)
                .semitones(2)
                .build();
        Map<String, Double> figures = tonalFigures(TINY_IN_C, options);
        assertThat(figures.get("testMelodies")).isGreaterThan(3);
        assertThat(figures.get("testInKey")).isGreaterThan(0.7); // of any key 7 of 12 would be
        assertThat(figures.get("testConsonant")).isGreaterThan(figures.get("testOtherConsonant"));
    }

    @Test
    void run_judgesEachWhenOthersLead_butForWhoLeads() throws Exception {
        assertThat(tonalFigures(BandSongs.IN_C, FEW))
                .containsKeys("testLedNobodyHeard.drums", "testLedFirstHeardBetter.drums", "testLedNats.piano")
                .containsEntry("testLedPieces.drums", 2.0) // in the others the bass is too low for the piano
                .doesNotContainKey("testLedNats.bass");
    }

    private static Map<String, Double> tonalFigures(BandVaeConfiguration configuration, BandTrainingOptions options)
            throws IOException {
        BandSplit songs =
                new BandSplit(tonal(configuration, 0, 10), tonal(configuration, 10, 3), tonal(configuration, 13, 4));
        return BandTraining.of(configuration)
                .options(options)
                .pieces(songs)
                .run()
                .bundle()
                .card()
                .figures();
    }

    private static List<BandPiece> tonal(BandVaeConfiguration configuration, int from, int count) {
        int[] roots = {0, 5, 7, 0};
        int lowest = configuration.instruments().get(1).lowest() + 6;
        List<BandPiece> pieces = new ArrayList<>();
        for (int song = from; song < from + count; song++) {
            int key = song * 5 % 12 - 5;
            Part.Builder piano = Part.builder("piano");
            Part.Builder bass = Part.builder("bass").program(32);
            Part.Builder drums = Part.builder("drums").drums(true);
            for (int bar = 0; bar < 12; bar++) {
                int root = roots[(bar + song) % 4];
                for (int quarter = 0; quarter < 4; quarter++) {
                    long start = 16L * bar + 4L * quarter;
                    int tone = new int[] {0, 4, 7, 4}[(quarter + song) % 4];
                    piano.note(54 + (root + tone) % 12 + key, 90, start, start + 4);
                    bass.note(lowest + root + key, 80, start, start + 4);
                    drums.note(quarter % 2 == 0 ? 36 : 38, 80, start, start + 1);
                }
            }
            NoteSequence music = NoteSequence.builder(4)
                    .part(piano.build())
                    .part(bass.build())
                    .part(drums.build())
                    .build();
            pieces.add(BandCorpus.piece("tonal " + song, BandRolls.of(music, configuration), configuration));
        }
        return pieces;
    }

    /** The bass that tells when to stop does what no other bass does. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void run_keepsWhatItHears_onlyIfThatPays(boolean misleads) throws Exception {
        BandSplit split = BandSongs.split();
        List<BandPiece> watched = misleads ? List.of(contrary()) : split.validation();
        TrainedBand trained = BandTraining.of(BandSongs.TINY)
                .options(FEW.toBuilder().epochs(60).nextEpochs(20).build())
                .pieces(new BandSplit(split.training(), watched, List.of()))
                .run();
        BandEpoch before = only(trained, "bass, hears", 0);
        assertThat(before.steps()).isZero();
        assertThat(before.training()).isEqualTo(before.validation());
        assertThat(trained.history())
                .filteredOn(epoch -> epoch.network().equals("bass, hears") && epoch.epoch() > 0)
                .isNotEmpty()
                .allMatch(epoch -> epoch.validation() > before.validation() == misleads);
        float[] weights =
                trained.bundle().tensors().tensor("bass.next.0.weights").values();
        float[] hearing = Arrays.copyOfRange(weights, weights.length / 2, weights.length);
        if (misleads) {
            assertThat(hearing).containsOnly(0);
        } else {
            assertThat(hearing).isNotEqualTo(new float[hearing.length]);
        }
    }

    /** In which nobody repeats, and the bass goes another way than the piano. */
    private static BandPiece contrary() {
        Part.Builder piano = Part.builder("piano");
        Part.Builder bass = Part.builder("bass").program(33);
        for (int bar = 0; bar < 24; bar++) {
            int high = 60 + bar * 5 % 12;
            int low = 48 + (bar + 6) * 7 % 12;
            for (int quarter = 0; quarter < 4; quarter++) {
                long start = 4L * (4 * bar + quarter);
                piano.note(high, 90, start, start + 3);
                bass.note(low, 70, start, start + 4);
            }
        }
        NoteSequence music =
                NoteSequence.builder(4).part(piano.build()).part(bass.build()).build();
        return BandCorpus.piece("contrary", BandRolls.of(music, BandSongs.TINY), BandSongs.TINY);
    }

    private static BandEpoch only(TrainedBand trained, String network, int epoch) {
        return trained.history().stream()
                .filter(each -> each.network().equals(network) && each.epoch() == epoch)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void corpus_dividedAnotherWay_isNamedOnTheCard() throws Exception {
        BandCorpus corpus = BandCorpus.of(BandSongs.TINY, BandSongs.pieces(8, 0));
        BandTraining training = BandTraining.of(BandSongs.TINY)
                .options(FEW.toBuilder().epochs(1).nextEpochs(1).build());
        assertThat(training.corpus(corpus).run().bundle().card().provenance()).doesNotContainKey("salt");
        assertThat(training.corpus(corpus, SplitFractions.usual().withSalt(-2))
                        .run()
                        .bundle()
                        .card()
                        .provenance())
                .containsEntry("salt", "-2");
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
                "old", 4, 16, BandSongs.TINY.instruments(), 4, List.of(16), List.of(16), false, List.of(), false, 0.3);
        TrainedBand trained = BandTraining.of(tiny)
                .options(FEW.toBuilder().epochs(5).nextEpochs(5).build())
                .pieces(BandSongs.split())
                .run();
        List<BandEpoch> piano =
                trained.history().stream().filter(epoch -> epoch.stage() == 0).toList();
        assertThat(piano.get(4).training()).isLessThan(piano.get(0).training());
        assertThat(trained.bundle().card().figures()).containsKey("testNats").doesNotContainKey("testNobodyHeard.bass");
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
                .hasMessage("a training must have pieces: call corpus or pieces before");
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
