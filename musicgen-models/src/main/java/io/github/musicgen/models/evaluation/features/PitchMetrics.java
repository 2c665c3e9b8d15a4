package io.github.musicgen.models.evaluation.features;

import io.github.musicgen.representation.sequence.Pitch;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The metrics of MusPy that are about pitch. */
final class PitchMetrics {
    private static final double NATS_PER_BIT = StrictMath.log(2);
    private static final int MAJOR = 0b1010_1011_0101; // bit k: k semitones above the tonic
    private static final int MINOR = 0b0101_1010_1101;

    private PitchMetrics() {}

    /** {@code pitch_range}. */
    static double range(NoteLine line) {
        return PitchFeatures.range(line)[0];
    }

    /** {@code n_pitches_used}. */
    static double pitchesUsed(NoteLine line) {
        return PitchFeatures.used(line).cardinality();
    }

    /** {@code n_pitch_classes_used}. */
    static double classesUsed(NoteLine line) {
        BitSet used = new BitSet(Pitch.PER_OCTAVE);
        line.notes().forEach(note -> used.set(note.pitch() % Pitch.PER_OCTAVE));
        return used.cardinality();
    }

    /** {@code pitch_entropy}. */
    static double entropy(NoteLine line) {
        int[] counts = new int[Pitch.MAX + 1]; // [pitches]
        line.notes().forEach(note -> counts[note.pitch()]++);
        return entropy(counts, line.size());
    }

    /** {@code pitch_class_entropy}. */
    static double classEntropy(NoteLine line) {
        return entropy(classes(line), line.size());
    }

    private static double entropy(int[] counts, int all) {
        if (all == 0) {
            return Double.NaN;
        }
        double nats = 0;
        for (int count : counts) {
            double share = (double) count / all;
            nats -= count == 0 ? 0 : share * StrictMath.log(share);
        }
        return nats / NATS_PER_BIT;
    }

    /** {@code scale_consistency}. */
    static double scaleConsistency(NoteLine line) {
        int[] counts = classes(line);
        int most = IntStream.range(0, Pitch.PER_OCTAVE)
                .map(tonic -> Math.max(inScale(counts, tonic, MAJOR), inScale(counts, tonic, MINOR)))
                .max()
                .orElse(0);
        return (double) most / line.size(); // no number for no notes
    }

    private static int inScale(int[] counts, int tonic, int scale) {
        int notes = 0;
        for (int degree = 0; degree < Pitch.PER_OCTAVE; degree++) {
            notes += (scale >> degree & 1) * counts[(tonic + degree) % Pitch.PER_OCTAVE];
        }
        return notes;
    }

    private static int[] classes(NoteLine line) {
        int[] counts = new int[Pitch.PER_OCTAVE]; // [pitch classes]
        line.notes().forEach(note -> counts[note.pitch() % Pitch.PER_OCTAVE]++);
        return counts;
    }
}
