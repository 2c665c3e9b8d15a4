package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandPlayer;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVae;
import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.api.bandvae.PlayedCells;
import io.github.musicgen.api.bandvae.PlayedKey;
import io.github.musicgen.models.corpus.BandPiece;
import io.github.musicgen.models.corpus.LedPiece;
import io.github.musicgen.representation.harmony.KeyFinder;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a band plays to a melody is in its key. Each part with pitches of a piece is a melody in turn. The key is that of the whole
 * piece, which the band does not hear. By chance 7 of 12 tones lie in the scale of a key.
 *
 * @param melodies how many there were to which somebody else played
 * @param inKey how much of what others played to them lay in the scale of the piece, in the mean
 */
public record BandHarmony(int melodies, double inKey) {
    /** How long each is. */
    private static final int SEGMENTS = 8;

    /**
     * Lets a band play to melodies.
     *
     * @param model the band
     * @param pieces whose parts are the melodies
     * @param options how to play; each melody has the next seed
     * @return how much is in their keys
     */
    public static BandHarmony of(BandVae model, List<BandPiece> pieces, PlayOptions options) {
        int melodies = 0;
        double inKey = 0;
        for (LedPiece led : LedPiece.all(model.configuration(), pieces)) {
            Optional<Scale> key = KeyFinder.find(led.rolls().pitchClasses());
            BandRolls melody = led.rolls().first();
            if (key.isEmpty() || melody.isSilent()) {
                continue;
            }
            PlayOptions own = new PlayOptions(options.temperature(), options.threshold(), options.seed() + melodies);
            PlayedKey heard = PlayedKey.heardIn(melody, model.configuration());
            double[] played = accompanied(model, melody.transposed(heard.toHome()), own, heard);
            if (Arrays.stream(played).sum() > 0) {
                int major = Math.floorMod(key.get().relativeMajor() + heard.toHome(), Pitch.PER_OCTAVE);
                melodies++;
                inKey += share(played, Scale.of(major, ScaleKind.MAJOR));
            }
        }
        return new BandHarmony(melodies, inKey / Math.max(1, melodies));
    }

    /** How long each pitch class sounds in what others play, at home. */
    private static double[] accompanied(BandVae model, BandRolls melody, PlayOptions options, PlayedKey key) {
        List<BandInstrument> instruments = model.configuration().instruments();
        BandPlayer player = new BandPlayer(model, options, key);
        double[] sounding = new double[Pitch.PER_OCTAVE];
        int segments = Math.min(SEGMENTS, melody.segments());
        for (int segment = 0; segment < segments; segment++) {
            List<PlayedCells> played =
                    player.play(new PlayedCells(melody.segment(0, segment), melody.velocities(0, segment), 0));
            for (int i = 1; i < played.size(); i++) {
                played.get(i).cells().addPitchClasses(instruments.get(i), sounding);
            }
        }
        return sounding;
    }

    private static double share(double[] played, Scale scale) {
        double within = 0;
        for (int pitchClass = 0; pitchClass < Pitch.PER_OCTAVE; pitchClass++) {
            within += scale.contains(pitchClass) ? played[pitchClass] : 0;
        }
        return within / Arrays.stream(played).sum();
    }
}
