package io.github.musicgen.api.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * The scale beside bars, with round numbers at its marks.
 *
 * @param top its upper end, a mark
 * @param each from mark to mark
 */
record SurpriseScale(double top, double each) {
    private static final int MOST_MARKS = 4;
    private static final double[] ROUND = {0.5, 1, 2, 5};
    private static final double LEAST_TOP = 1;

    /** The least scale of few marks that reaches a value. */
    static SurpriseScale upTo(double value) {
        double reached = Math.max(LEAST_TOP, value);
        for (double factor = 1; ; factor *= 10) {
            for (double round : ROUND) {
                double each = factor * round;
                double marks = Math.ceil(reached / each);
                if (marks <= MOST_MARKS) {
                    return new SurpriseScale(marks * each, each);
                }
            }
        }
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; i * each <= top; i++) {
            marks.add(i * each);
        }
        return marks;
    }
}
