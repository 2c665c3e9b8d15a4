package io.github.musicgen.models.evaluation.features;

/** The features of MGEval that are about time. */
final class RhythmFeatures {
    private RhythmFeatures() {}

    /** {@code total_used_note}. */
    static double[] totalUsedNote(NoteLine line) {
        return new double[] {line.size()};
    }

    /** {@code avg_IOI}. */
    static double[] averageInterOnsetInterval(NoteLine line) {
        if (line.isEmpty()) {
            return new double[1];
        }
        double quarters = (double) (line.start(line.size() - 1) - line.start(0)) / line.stepsPerQuarter();
        return Vectors.divide(new double[] {quarters}, line.size() - 1);
    }

    /** {@code note_length_hist}. */
    static double[] lengthHistogram(NoteLine line) {
        double[] histogram = new double[NoteLength.COUNT]; // [lengths]
        for (int note = 0; note < line.size(); note++) {
            histogram[length(line, note)]++;
        }
        return Vectors.divide(histogram, line.size());
    }

    /** {@code note_length_transition_matrix}; a rest between two notes does not part them. */
    static double[] lengthTransitions(NoteLine line) {
        double[] matrix = new double[NoteLength.COUNT * NoteLength.COUNT]; // [from * 12 + to]
        for (int note = 1; note < line.size(); note++) {
            matrix[length(line, note - 1) * NoteLength.COUNT + length(line, note)]++;
        }
        return matrix;
    }

    private static int length(NoteLine line, int note) {
        return NoteLength.nearest(line.length(note), line.stepsPerBar());
    }
}
