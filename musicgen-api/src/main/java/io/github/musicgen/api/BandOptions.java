package io.github.musicgen.api;

import io.github.musicgen.api.bandvae.PlayOptions;
import io.github.musicgen.representation.harmony.Scale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Everything that decides what a {@link Band} plays.
 *
 * @param play how it plays
 * @param tempo in quarter notes a minute; that of the music that is continued or accompanied unless it is said
 * @param segments how many segments it plays; so many as are asked for in seconds, or as the melody takes, unless it is said
 * @param key the only tones that instruments with pitches play; in the key of the music that is given, or in one that is drawn, unless it
 *     is said
 */
public record BandOptions(PlayOptions play, OptionalDouble tempo, OptionalInt segments, Optional<Scale> key) {
    /** The slowest and the fastest tempo. */
    static final int MIN_TEMPO = 10;

    static final int MAX_TEMPO = 500;

    /** Checks the bounds. */
    public BandOptions {
        if (tempo.isPresent() && !(tempo.getAsDouble() >= MIN_TEMPO && tempo.getAsDouble() <= MAX_TEMPO)) {
            throw new IllegalArgumentException("the tempo must be " + MIN_TEMPO + ".." + MAX_TEMPO
                    + " quarter notes a minute, but was " + tempo.getAsDouble());
        }
        if (segments.isPresent()) {
            requireSegments(segments.getAsInt());
        }
    }

    static void requireSegments(long segments) {
        if (segments < 1 || segments > BandRequest.MAX_SEGMENTS) {
            throw new IllegalArgumentException(
                    "segments must be 1.." + BandRequest.MAX_SEGMENTS + ", but were " + segments);
        }
    }

    BandOptions withPlay(PlayOptions newPlay) {
        return new BandOptions(newPlay, tempo, segments, key);
    }

    BandOptions withTempo(double newTempo) {
        return new BandOptions(play, OptionalDouble.of(newTempo), segments, key);
    }

    BandOptions withSegments(int newSegments) {
        return new BandOptions(play, tempo, OptionalInt.of(newSegments), key);
    }

    BandOptions withKey(Scale newKey) {
        return new BandOptions(play, tempo, segments, Optional.of(newKey));
    }
}
