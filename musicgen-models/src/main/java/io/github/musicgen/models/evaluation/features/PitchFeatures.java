package io.github.musicgen.models.evaluation.features;

import io.github.musicgen.representation.sequence.Pitch;
import java.util.BitSet;

/** The features of MGEval that are about pitch. */
final class PitchFeatures {
    private PitchFeatures() {}

    /** {@code total_used_pitch}. */
    static double[] totalUsedPitch(NoteLine line) {
        return new double[] {used(line).cardinality()};
    }

    /** {@code pitch_range}. */
    static double[] range(NoteLine line) {
        BitSet used = used(line);
        return new double[] {used.isEmpty() ? 0 : used.length() - 1 - used.nextSetBit(0)};
    }

    static BitSet used(NoteLine line) {
        BitSet used = new BitSet(Pitch.MAX + 1);
        line.notes().forEach(note -> used.set(note.pitch()));
        return used;
    }

    /** {@code total_pitch_class_histogram}: each note counts as long as it sounds; our notes are all equally loud. */
    static double[] classHistogram(NoteLine line) {
        double[] histogram = new double[Pitch.PER_OCTAVE]; // [pitch classes]
        int all = 0;
        for (int note = 0; note < line.size(); note++) {
            histogram[line.pitch(note) % Pitch.PER_OCTAVE] += line.length(note);
            all += line.length(note);
        }
        return Vectors.divide(histogram, all);
    }

    /** {@code pitch_class_transition_matrix}, which takes it from pretty_midi: two notes count if one ends where the other begins. */
    static double[] classTransitions(NoteLine line) {
        double[] matrix = new double[Pitch.PER_OCTAVE * Pitch.PER_OCTAVE]; // [from * 12 + to]
        for (int note = 1; note < line.size(); note++) {
            if (line.end(note - 1) == line.start(note)) {
                int from = line.pitch(note - 1) % Pitch.PER_OCTAVE;
                matrix[from * Pitch.PER_OCTAVE + line.pitch(note) % Pitch.PER_OCTAVE]++;
            }
        }
        return matrix;
    }

    /** {@code avg_pitch_shift}. */
    static double[] averageShift(NoteLine line) {
        int semitones = 0;
        for (int note = 1; note < line.size(); note++) {
            semitones += Math.abs(line.pitch(note) - line.pitch(note - 1));
        }
        return Vectors.divide(new double[] {semitones}, line.size() - 1);
    }
}
