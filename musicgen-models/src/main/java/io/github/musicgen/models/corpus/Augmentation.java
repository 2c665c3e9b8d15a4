package io.github.musicgen.models.corpus;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * More melodies for training, made out of those there are. For training alone: a model is judged on what people wrote.
 *
 * <p>A model with a key of its own is shown every melody in that key: transpose what it is shown, else transposing is undone.
 *
 * @param transpositions semitones by which each melody is moved as well, without 0
 * @param stretches by which each melody is stretched as well
 * @param minPitch the lowest pitch: a melody that would go below is not made
 * @param maxPitch the pitch above the highest
 */
public record Augmentation(List<Integer> transpositions, List<TimeStretch> stretches, int minPitch, int maxPitch) {
    /** Copies the lists. */
    public Augmentation {
        transpositions = List.copyOf(transpositions);
        stretches = List.copyOf(stretches);
        if (minPitch < Pitch.MIN || maxPitch > Pitch.MAX + 1 || minPitch >= maxPitch) {
            throw new IllegalArgumentException(
                    "range must lie within 0..128 and hold a pitch, but was " + minPitch + ".." + maxPitch);
        }
    }

    /**
     * Nothing is added.
     *
     * @return the augmentation
     */
    public static Augmentation none() {
        return new Augmentation(List.of(), List.of(), Pitch.MIN, Pitch.MAX + 1);
    }

    /**
     * The melodies that are made of one.
     *
     * @param melody the melody
     * @return first itself, then those made of it, each stretch in each transposition
     */
    public List<Melody> apply(Melody melody) {
        List<Melody> stretched = new ArrayList<>(List.of(melody));
        stretches.stream()
                .map(stretch -> stretch.apply(melody))
                .flatMap(Optional::stream)
                .forEach(stretched::add);
        List<Melody> all = new ArrayList<>(stretched);
        for (int semitones : transpositions) {
            if (semitones != 0 && fits(melody, semitones)) {
                stretched.forEach(one -> all.add(one.transpose(semitones)));
            }
        }
        return all;
    }

    private boolean fits(Melody melody, int semitones) {
        for (int event : melody.events()) {
            if (event >= Pitch.MIN && (event + semitones < minPitch || event + semitones >= maxPitch)) {
                return false;
            }
        }
        return true;
    }
}
