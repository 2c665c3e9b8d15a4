package io.github.musicgen.models.evaluation.bandvae;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.testing.TinyBands;
import io.github.musicgen.models.corpus.band.BandCorpus;
import io.github.musicgen.models.corpus.band.BandPiece;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandHarmonyTest {
    private static final BandVaeConfiguration CONFIGURATION = TinyBands.TINY_IN_C;
    private static final BandVae MODEL = TinyBands.of(CONFIGURATION, 1).model(Engine.portable());
    private static final PlayOptions LOUD = new PlayOptions(1, 0.05, 1);

    /** The scale of C on the piano, two segments long, and a bass so far below. */
    private static BandPiece scale(int below) {
        return scale(below, 0);
    }

    /** So many notes ahead. */
    private static BandPiece scale(int below, int ahead) {
        int[] scale = {0, 2, 4, 5, 7, 9, 11};
        Part.Builder piano = Part.builder("piano");
        Part.Builder bass = Part.builder("bass").program(32);
        for (int i = 0; i < 32; i++) {
            int pitch = 48 + scale[(i + ahead) % 7];
            piano.note(pitch, 80, i, i + 1);
            bass.note(pitch - below, 80, i, i + 1);
        }
        NoteSequence music =
                NoteSequence.builder(4).part(piano.build()).part(bass.build()).build();
        return BandCorpus.piece(
                "a scale and " + below + " " + ahead, BandRolls.of(music, CONFIGURATION), CONFIGURATION);
    }

    @Test
    void real_isWhatThePieceHas() {
        BandHarmony octaves =
                BandHarmony.of(MODEL, List.of(scale(12), scale(24)), LOUD).orElseThrow();
        assertThat(octaves.melodies()).isEqualTo(2); // the bass is too low for the piano
        assertThat(octaves.real()).isEqualTo(new BandHarmony.Fit(1, 1));
        BandHarmony semitones =
                BandHarmony.of(MODEL, List.of(scale(13), scale(23)), LOUD).orElseThrow();
        assertThat(semitones.real().consonant()).isZero();
    }

    /** Whoever plays the pitch classes of its melody is a second away from a melody that is a note ahead. */
    @Test
    void own_fits_andOtherDoesNot_ofWhoPlaysWhatItHears() {
        float[] never = {-40, -40, -40, -40};
        BandVae parrot = PlainBand.of(CONFIGURATION, -3, 6, never, 0.9f);
        PlayOptions usual = new PlayOptions(1, CONFIGURATION.threshold(), 1);
        BandHarmony harmony = BandHarmony.of(parrot, List.of(scale(12, 0), scale(12, 1)), usual)
                .orElseThrow();
        assertThat(harmony.own()).isEqualTo(new BandHarmony.Fit(1, 1));
        assertThat(harmony.other()).isEqualTo(new BandHarmony.Fit(1, 0));
    }

    @Test
    void of_nobodyWhoPlays_isEmpty() {
        PlayOptions silent = new PlayOptions(0, 0.999999, 1);
        assertThat(BandHarmony.of(MODEL, List.of(scale(12)), silent)).isEmpty();
        assertThat(BandHarmony.of(MODEL, List.of(), LOUD)).isEmpty();
    }
}
