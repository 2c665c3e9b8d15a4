package io.github.musicgen.api.bandvae;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.harmony.KeyFinder;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Optional;

/**
 * The key of what a band plays, and what tells it.
 *
 * @param scale the key
 * @param source what tells it
 */
public record BandKey(Scale scale, Source source) {
    /** What may tell a key. */
    public enum Source {
        /** Somebody wishes it, and no other tones. */
        WISH,
        /** It is drawn, for a song from nothing. */
        SEED,
        /** The key signature of the music that is given. */
        SIGNATURE,
        /** It is the one that the notes of this music fit best. */
        NOTES,
        /** Nothing does: the band stays where it is at home. */
        HOME
    }

    private static final int TRITONE = 6; // F#, which is as far from home as can be
    private static final Scale C_MAJOR = Scale.of(0, ScaleKind.MAJOR);
    private static final Scale A_MINOR = Scale.of(9, ScaleKind.MINOR);
    private static final BandKey HOME = new BandKey(C_MAJOR, Source.HOME);

    /**
     * The key that somebody wishes.
     *
     * @param scale no other tones sound
     * @return the key
     */
    public static BandKey wished(Scale scale) {
        return new BandKey(scale, Source.WISH);
    }

    /**
     * A key for a song from nothing. It is a major one; only in place of C major it is A minor, which has the same tones, and whose signature
     * is believed.
     *
     * @param seed what it is drawn from
     * @return one of twelve
     */
    public static BandKey drawn(long seed) {
        int below = SeededRandom.ofSeed(~seed).nextInt(Pitch.PER_OCTAVE); // not what the notes are drawn from
        Scale major = Scale.of(Math.floorMod(TRITONE - below, Pitch.PER_OCTAVE), ScaleKind.MAJOR);
        return new BandKey(major.equals(C_MAJOR) ? A_MINOR : major, Source.SEED);
    }

    /**
     * The key of music: that of its signature, if it has one that can be believed, or else the one that its notes fit best.
     *
     * @param signature where the band hears it
     * @param sounding how long each pitch class sounds, C first // [Pitch.PER_OCTAVE]
     * @return the key; home if neither tells one
     */
    public static BandKey of(Optional<KeySignature> signature, double... sounding) {
        Optional<Scale> found = KeyFinder.find(sounding);
        return signature
                .filter(written -> isBelieved(written, found, sounding))
                .map(written -> new BandKey(Scale.of(written), Source.SIGNATURE))
                .or(() -> found.map(key -> new BandKey(key, Source.NOTES)))
                .orElse(HOME);
    }

    /** MIDI files say C major at their beginning for want of a signature: so it is believed unless more lies in the key that was found. */
    private static boolean isBelieved(KeySignature signature, Optional<Scale> found, double... sounding) {
        Scale written = Scale.of(signature);
        return !written.equals(C_MAJOR)
                || signature.tick() > 0
                || found.stream().allMatch(key -> within(key, sounding) <= within(written, sounding));
    }

    private static double within(Scale scale, double... sounding) {
        double within = 0;
        for (int pitchClass = 0; pitchClass < Pitch.PER_OCTAVE; pitchClass++) {
            within += scale.contains(pitchClass) ? sounding[pitchClass] : 0;
        }
        return within;
    }
}
