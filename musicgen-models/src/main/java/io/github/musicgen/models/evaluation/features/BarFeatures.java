package io.github.musicgen.models.evaluation.features;

import java.util.HashSet;
import java.util.Set;

/**
 * The features of MGEval that are about bars. Distances need vectors of one size, so there are as many bars of every melody, as
 * if {@code num_bar} were given to MGEval: later notes don't count, and bars that a melody lacks are empty.
 */
final class BarFeatures {
    /** Those of 128 steps in 4/4. */
    static final int BARS = 8;

    private BarFeatures() {}

    /** {@code bar_used_note}. */
    static double[] usedNote(NoteLine line) {
        double[] counts = new double[BARS]; // [bars]
        for (int note = 0; note < line.size(); note++) {
            int bar = line.start(note) / line.stepsPerBar();
            if (bar < BARS) {
                counts[bar]++;
            }
        }
        return counts;
    }

    /** {@code bar_used_pitch}. */
    static double[] usedPitch(NoteLine line) {
        double[] counts = new double[BARS]; // [bars]
        Set<Integer> pitches = new HashSet<>();
        int last = -1;
        for (int note = 0; note < line.size(); note++) {
            int bar = line.start(note) / line.stepsPerBar();
            if (bar != last) {
                pitches.clear();
                last = bar;
            }
            if (bar < BARS && pitches.add(line.pitch(note))) {
                counts[bar]++;
            }
        }
        return counts;
    }
}
