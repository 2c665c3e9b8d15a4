package io.github.musicgen.api.bandvae;

import io.github.musicgen.representation.harmony.KeyFinder;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.sequence.Pitch;

/**
 * The key in which a band plays. A band of {@linkplain BandVaeConfiguration#oneKey one key} knows music in C major and A minor: what it hears
 * is moved there, the shorter way, and what it plays is moved back.
 *
 * @param toHome by how many semitones what is heard is moved, from -6 to 5
 * @param tones which pitch classes may sound, moved: bit i says whether pitch class i may, bit 0 being C
 */
public record PlayedKey(int toHome, int tones) {
    private static final int ALL_TONES = (1 << Pitch.PER_OCTAVE) - 1;
    private static final int FARTHEST = Pitch.PER_OCTAVE / 2;

    /** Where the band is at home: nothing is moved, and every tone may sound. */
    public static final PlayedKey HOME = new PlayedKey(0, ALL_TONES);

    /** Checks the bounds. */
    public PlayedKey {
        if (toHome < -FARTHEST || toHome >= FARTHEST) {
            throw new IllegalArgumentException(
                    "semitones must be " + -FARTHEST + ".." + (FARTHEST - 1) + ", but were " + toHome);
        }
        if ((tones & ALL_TONES) == 0 || (tones & ~ALL_TONES) != 0) {
            throw new IllegalArgumentException("one of twelve tones must be allowed, and no others, but were the bits "
                    + Integer.toBinaryString(tones));
        }
    }

    /**
     * As a band plays in a key.
     *
     * @param key the key; only if it is wished may no other tones sound
     * @param configuration the band
     * @return what is moved, and what may sound
     */
    public static PlayedKey of(BandKey key, BandVaeConfiguration configuration) {
        int toHome = configuration.oneKey() ? toHome(key.scale()) : 0;
        boolean wished = key.source() == BandKey.Source.WISH;
        return new PlayedKey(toHome, wished ? tones(key.scale(), toHome) : ALL_TONES);
    }

    private static int tones(Scale scale, int semitones) {
        int tonic = Math.floorMod(scale.tonic() + semitones, Pitch.PER_OCTAVE);
        return Scale.of(tonic, scale.kind()).pitchClasses();
    }

    /**
     * The key that the notes of music fit best, whatever signature it has: so pieces that are learned are moved.
     *
     * @param rolls what is heard
     * @param configuration the band
     * @return the key, in which all tones may sound; home if no key fits better than another
     */
    public static PlayedKey heardIn(BandRolls rolls, BandVaeConfiguration configuration) {
        if (!configuration.oneKey()) {
            return HOME;
        }
        return KeyFinder.find(rolls.pitchClasses())
                .map(key -> new PlayedKey(toHome(key), ALL_TONES))
                .orElse(HOME);
    }

    private static int toHome(Scale key) {
        int home = key.relativeMajor();
        return home <= FARTHEST ? -home : Pitch.PER_OCTAVE - home;
    }

    boolean allows(BandInstrument instrument, int column) {
        return instrument.drums() || (tones >> HeardSteps.pitchClass(instrument, column) & 1) != 0;
    }

    /** What may sound of what was played. */
    PlayedCells within(BandInstrument instrument, PlayedCells played) {
        if (tones == ALL_TONES) {
            return played;
        }
        byte[] states = played.cells().states();
        byte[] velocities = played.velocities().clone();
        for (int cell = 0; cell < states.length; cell++) {
            if (!allows(instrument, cell % instrument.columns())) {
                states[cell] = BandCells.SILENT;
                velocities[cell] = 0;
            }
        }
        return new PlayedCells(BandCells.of(states), velocities, played.lag());
    }

    /** Makes impossible what may not sound. */
    void restrict(BandInstrument instrument, DecodedRoll roll) {
        if (tones == ALL_TONES) {
            return;
        }
        float[][] scores = roll.scores();
        for (int cell = 0; cell < scores.length; cell++) {
            if (!allows(instrument, cell % instrument.columns())) {
                scores[cell][0] = Float.NEGATIVE_INFINITY;
            }
        }
    }
}
