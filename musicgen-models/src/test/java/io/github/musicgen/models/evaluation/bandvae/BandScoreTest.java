package io.github.musicgen.models.evaluation.bandvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.models.corpus.band.BandCorpus;
import io.github.musicgen.models.corpus.band.BandPiece;
import io.github.musicgen.models.corpus.band.LedPiece;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against likelihoods that are reckoned by hand, of bands whose points tell nothing. */
class BandScoreTest {
    private static final BandVaeConfiguration CONFIGURATION = TinyBands.TINY; // 16 steps, 24 pitches, lags 1 and 2
    private static final int CELLS = 16 * 24;
    private static final float[] AGAIN = {0.5f, -1, 0.2f, 0.3f}; // exactly at lags 1 and 2, then changed
    private static final double STAYS = 0.9;
    private static final double CHANGES = 0.05;
    private static final float SOUNDING = -2;
    private static final float TOGETHER = 3;
    private static final BandVae MODEL = PlainBand.of(CONFIGURATION, SOUNDING, TOGETHER, AGAIN, (float) STAYS);

    /** A segment is a bar, in which piano and bass play C in so many of the last sixteenths. */
    private static List<LedPiece> piece(int... sixteenths) {
        Part.Builder piano = Part.builder("piano");
        Part.Builder bass = Part.builder("bass").program(32);
        for (int bar = 0; bar < sixteenths.length; bar++) {
            for (int i = 0; i < sixteenths[bar]; i++) {
                long start = 16L * bar + 15 - i;
                piano.note(60, 80, start, start + 1);
                bass.note(36, 80, start, start + 1);
            }
        }
        NoteSequence music =
                NoteSequence.builder(4).part(piano.build()).part(bass.build()).build();
        return LedPiece.asTheyAre(
                List.of(BandCorpus.piece("by hand", BandRolls.of(music, CONFIGURATION), CONFIGURATION)));
    }

    private static double sigmoid(double score) {
        return 1 / (1 + Math.exp(-score));
    }

    /** The probability of a new segment with so many struck sixteenths. */
    private static double fresh(int struck, double scoreWhereStruck, double others) {
        return Math.pow(sigmoid(scoreWhereStruck) / 2, struck) // 2: to start has the score 0
                * others
                * Math.pow(1 - sigmoid(SOUNDING), CELLS - 2 * struck);
    }

    private static double nats(BandScore score, int instrument) {
        return score.instruments().get(instrument).pieces().get(0);
    }

    private static BandScore score(Listening listening, List<LedPiece> pieces) {
        List<BandPiece> training = pieces.stream().map(LedPiece::piece).toList();
        return BandScore.of(MODEL, training, pieces, listening, 3, 7);
    }

    @Test
    void of_whatComesAgain_addsUpAllWays() {
        double first = Math.exp(AGAIN[0]);
        double second = Math.exp(AGAIN[1]);
        double firstChanged = Math.exp(AGAIN[2]);
        double secondChanged = Math.exp(AGAIN[3]);
        // The second bar is the first again: only lag 1 is possible. The third has one note more than both.
        double isNew = fresh(2, SOUNDING, Math.pow(1 - sigmoid(SOUNDING), 2));
        double all = 1 + first + firstChanged;
        double bar2 = (isNew + first + firstChanged * Math.pow(STAYS, CELLS)) / all;
        double oneMore = Math.pow(STAYS, CELLS - 1) * CHANGES;
        all += second + secondChanged;
        double isNewer = fresh(3, SOUNDING, Math.pow(1 - sigmoid(SOUNDING), 3));
        double bar3 = (isNewer + (firstChanged + secondChanged) * oneMore) / all;
        assertThat(nats(score(Listening.ALL, piece(2, 2, 3)), 0))
                .isCloseTo(-Math.log(bar2) - Math.log(bar3), within(1e-3));
    }

    /** Whoever hears the piano's C expects it, at its steps, in both octaves of the bass. */
    @Test
    void of_whoListens_countsWhatTheEarAdds() {
        double both = Math.exp(AGAIN[0]) + Math.exp(AGAIN[2]);
        double changed = Math.exp(AGAIN[2]) * Math.pow(STAYS, CELLS - 5) * Math.pow(CHANGES, 5);
        double deaf = fresh(5, SOUNDING, Math.pow(1 - sigmoid(SOUNDING), 5));
        double heard = fresh(5, SOUNDING + TOGETHER, Math.pow(1 - sigmoid(SOUNDING + TOGETHER), 5));
        List<LedPiece> piece = piece(0, 5);
        assertThat(nats(score(Listening.NOBODY, piece), 1))
                .isCloseTo(-Math.log((deaf + changed) / (1 + both)), within(1e-3));
        assertThat(nats(score(Listening.ALL, piece), 1))
                .isCloseTo(-Math.log((heard + changed) / (1 + both)), within(1e-3));
        assertThat(nats(score(Listening.FIRST, piece), 1)).isEqualTo(nats(score(Listening.ALL, piece), 1));
    }

    @Test
    void betterThan_countsPieces_andRefusesOthers() {
        BandScore.Part one = new BandScore.Part("bass", 3, List.of(1.0, 2.0, 3.0), 0, 0);
        BandScore.Part other = new BandScore.Part("bass", 3, List.of(1.0, 3.0, 4.0), 0, 0);
        assertThat(one.betterThan(other)).isEqualTo(2);
        assertThat(other.betterThan(one)).isZero();
        assertThat(one.nats()).isEqualTo(2);
        assertThatThrownBy(() -> one.betterThan(new BandScore.Part("bass", 1, List.of(1.0), 0, 0)))
                .hasMessage("models must be compared on the same pieces, but the bass was judged on 3 and 1");
    }
}
