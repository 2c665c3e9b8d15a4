package io.github.musicgen.models.evaluation.bandvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bandvae.BandPlayer;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.models.corpus.band.BandCorpus;
import io.github.musicgen.models.corpus.band.BandPiece;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of bands that do nothing but play again what they played one or two segments ago: but for a probability of exp(-40) a segment. */
class BandPresenceTest {
    private static final BandVaeConfiguration CONFIGURATION = TinyBands.TINY; // lags 1 and 2
    private static final BandVae LAST_AGAIN = again(40, -40);
    private static final BandVae LAST_BUT_ONE_AGAIN = again(-40, 40);
    private static final PlayOptions USUAL = new PlayOptions(1, CONFIGURATION.threshold(), 1);

    private static BandVae again(float last, float lastButOne) {
        return PlainBand.of(CONFIGURATION, -3, 0, new float[] {last, lastButOne, -40, -40}, 0.9f);
    }

    /** In each bar, which is a segment, plays the piano, and the bass where there is an x; nobody drums. */
    private static BandPiece piece(String bass) {
        Part.Builder piano = Part.builder("piano");
        Part.Builder low = Part.builder("bass").program(32);
        for (int bar = 0; bar < bass.length(); bar++) {
            piano.note(60, 80, 16L * bar, 16L * bar + 16);
            if (bass.charAt(bar) == 'x') {
                low.note(36, 80, 16L * bar, 16L * bar + 4);
            }
        }
        NoteSequence music =
                NoteSequence.builder(4).part(piano.build()).part(low.build()).build();
        return BandCorpus.piece(bass, BandRolls.of(music, CONFIGURATION), CONFIGURATION);
    }

    private static BandPresence.Part bass(BandVae model, int opening, int segments, String... pieces) {
        List<BandPiece> all =
                List.of(pieces).stream().map(BandPresenceTest::piece).toList();
        return BandPresence.of(model, all, opening, segments, USUAL)
                .instruments()
                .get(1);
    }

    @Test
    void of_whoGoesOn_isPresent_andWhoPausesAtTheBeginning_isNot() {
        BandPresence presence = BandPresence.of(LAST_AGAIN, List.of(piece("x.")), 2, 8, USUAL);
        assertThat(presence.instruments())
                .containsExactly(
                        new BandPresence.Part("piano", 1, 1),
                        // Silent in the last segment that it heard, it has to come back after three more.
                        new BandPresence.Part("bass", 1, 0)); // and drums are in no opening
        assertThat(presence.instruments()).extracting(BandPresence.Part::share).containsExactly(1.0, 0.0);
        assertThat(BandPlayer.PATIENCE).isEqualTo(4);
    }

    /** The same three segments of silence lie within the first quarter of a longer song. */
    @Test
    void of_whoSoundsInEachQuarter_isPresent_howeverItPausesBetween() {
        assertThat(bass(LAST_AGAIN, 2, 12, "x.")).isEqualTo(new BandPresence.Part("bass", 1, 0));
        assertThat(bass(LAST_AGAIN, 2, 16, "x.")).isEqualTo(new BandPresence.Part("bass", 1, 1));
    }

    /** It plays every other segment: in four quarters of two segments each, but in two of those of one. */
    @Test
    void of_whoMissesALaterQuarter_isNotPresent() {
        assertThat(bass(LAST_BUT_ONE_AGAIN, 2, 8, "x.")).isEqualTo(new BandPresence.Part("bass", 1, 1));
        assertThat(bass(LAST_BUT_ONE_AGAIN, 2, 4, "x.")).isEqualTo(new BandPresence.Part("bass", 1, 0));
    }

    @Test
    void of_pieces_counts_thoseInWhoseOpeningAnInstrumentPlays() {
        BandPresence.Part bass = bass(LAST_AGAIN, 3, 4, "x.x.", "xxx", ".xx", "...x", "x");
        assertThat(bass).isEqualTo(new BandPresence.Part("bass", 4, 4)); // the last is of one segment
        BandPresence.Part paused = bass(LAST_AGAIN, 2, 4, "xx", "x.", "..");
        assertThat(paused).isEqualTo(new BandPresence.Part("bass", 2, 1));
        assertThat(paused.share()).isEqualTo(0.5);
    }

    @Test
    void of_whoIsNotInTheOpening_isNotLookedAt() {
        assertThat(BandPresence.of(LAST_AGAIN, List.of(piece("..xx")), 2, 4, USUAL)
                        .instruments())
                .extracting(BandPresence.Part::name)
                .containsExactly("piano");
    }

    @Test
    void of_tooLittleToHearOrToPlay_isRefused() {
        assertThatThrownBy(() -> bass(LAST_AGAIN, 0, 8, "x"))
                .hasMessage("there must be 1 segment to hear and 4 to play or more, but were 0 and 8");
        assertThatThrownBy(() -> bass(LAST_AGAIN, 1, 3, "x")).hasMessageEndingWith("but were 1 and 3");
    }
}
