package io.github.musicgen.models.evaluation.features;

/** The lengths of notes that MGEval tells apart, as parts of a bar. */
final class NoteLength {
    /** How many there are. */
    static final int COUNT = 12;

    private static final int PARTS = 96; // of a bar

    /** Whole bar, half, quarter, 8th, 16th; half to 16th with a dot; triplets of halves, quarters, 8ths. */
    private static final int[] LENGTHS = {96, 48, 24, 12, 6, 72, 36, 18, 9, 32, 16, 8}; // [COUNT], in parts

    private NoteLength() {}

    /** The index of the nearest length; of two equally near ones the first. */
    static int nearest(int steps, int stepsPerBar) {
        int nearest = 0;
        for (int i = 1; i < COUNT; i++) {
            nearest = distance(i, steps, stepsPerBar) < distance(nearest, steps, stepsPerBar) ? i : nearest;
        }
        return nearest;
    }

    /** In whole numbers, so that no rounding decides between two. */
    private static long distance(int index, int steps, int stepsPerBar) {
        return Math.abs((long) LENGTHS[index] * stepsPerBar - (long) PARTS * steps);
    }
}
