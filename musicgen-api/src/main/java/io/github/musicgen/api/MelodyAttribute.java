package io.github.musicgen.api;

import io.github.musicgen.representation.harmony.KeyProfile;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Arrays;

/** Something of which melodies have more or less, so that a direction of a {@link LatentModel} leads to more of it. */
public enum MelodyAttribute implements LatentAttribute<Melody> {
    /** How many notes are struck: more is denser. */
    DENSITY {
        @Override
        double measured(Melody melody, int notes) {
            return (double) notes / melody.length();
        }
    },

    /** How high notes are in the mean. */
    PITCH {
        @Override
        double measured(Melody melody, int notes) {
            long sum = 0;
            for (int step = 0; step < melody.length(); step++) {
                sum += Math.max(melody.event(step), 0);
            }
            return (double) sum / notes;
        }
    },

    /** By how much places that notes are held over are stronger than those at which they are struck. */
    SYNCOPATION {
        @Override
        double measured(Melody melody, int notes) {
            return (double) Syncopation.of(melody) / notes;
        }
    },

    /** How much better the notes fit the best major key than the best minor key. */
    MAJOR {
        @Override
        double measured(Melody melody, int notes) {
            double[] heard =
                    Arrays.stream(melody.pitchClassHistogram()).asDoubleStream().toArray();
            return KeyProfile.MAJOR.best(heard) - KeyProfile.MINOR.best(heard);
        }
    };

    /**
     * Measures a melody.
     *
     * @param melody with a note or more
     * @return a number that is larger where there is more of it
     * @throws IllegalArgumentException if the melody has no note
     */
    @Override
    public double of(Melody melody) {
        int notes = 0;
        for (int step = 0; step < melody.length(); step++) {
            notes += melody.event(step) >= Pitch.MIN ? 1 : 0;
        }
        if (notes == 0) {
            throw new IllegalArgumentException("a melody must have a note to be measured, but had none");
        }
        return measured(melody, notes);
    }

    abstract double measured(Melody melody, int notes);
}
