package io.github.musicgen.representation.harmony;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Optional;

/**
 * Finds the major or minor key that music fits best.
 *
 * <pre>{@code
 * Optional<Scale> key = KeyFinder.find(music); // such as A minor
 * }</pre>
 */
public final class KeyFinder {
    /** Two that differ by less fit equally well: how they are added up may tell them apart. */
    private static final double ALIKE = 1e-9;

    private KeyFinder() {}

    /**
     * The key of music. Drums do not count, and notes as much as they are long.
     *
     * @param music any
     * @return the key; empty if there are no notes, or no key fits better than another
     */
    public static Optional<Scale> find(NoteSequence music) {
        double[] heard = new double[Pitch.PER_OCTAVE];
        for (Part part : music.parts()) {
            if (!part.drums()) {
                for (Note note : part.notes()) {
                    heard[note.pitch() % Pitch.PER_OCTAVE] += note.endTick() - note.startTick();
                }
            }
        }
        return find(heard);
    }

    /**
     * The key of pitch classes. Of keys that fit equally well it is the one with the lowest tonic, a major one before a minor one.
     *
     * @param heard how much each is heard, C first // [Pitch.PER_OCTAVE]
     * @return the key; empty if all are heard equally
     * @throws IllegalArgumentException if there are not twelve, or one is negative, infinite or not a number
     */
    public static Optional<Scale> find(double... heard) {
        for (double each : heard) {
            if (!(each >= 0 && each < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "how much a pitch class is heard must be 0 or more and finite, but was " + each);
            }
        }
        double most = 0;
        Optional<Scale> key = Optional.empty();
        for (int tonic = 0; tonic < Pitch.PER_OCTAVE; tonic++) {
            for (KeyProfile profile : KeyProfile.values()) {
                double fit = profile.fit(tonic, heard);
                if (fit > most + ALIKE) {
                    most = fit;
                    key = Optional.of(Scale.of(tonic, profile.kind()));
                }
            }
        }
        return key;
    }
}
