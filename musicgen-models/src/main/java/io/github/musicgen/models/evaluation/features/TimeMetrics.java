package io.github.musicgen.models.evaluation.features;

import java.util.BitSet;

/**
 * The metrics of MusPy that are about time. For MusPy a melody is as long as its last note sounds, there is one stretch of time
 * more than fits into it, and a note touches the stretch that begins where it ends.
 */
final class TimeMetrics {
    private TimeMetrics() {}

    /** {@code empty_beat_rate}. */
    static double emptyBeatRate(NoteLine line) {
        return emptyRate(line, line.stepsPerQuarter());
    }

    /** {@code empty_measure_rate}. */
    static double emptyMeasureRate(NoteLine line) {
        return emptyRate(line, line.stepsPerBar());
    }

    private static double emptyRate(NoteLine line, int stretch) {
        if (line.isEmpty()) {
            return Double.NaN;
        }
        BitSet touched = new BitSet();
        line.notes().forEach(note -> touched.set(note.startStep() / stretch, note.endStep() / stretch + 1));
        return 1 - (double) touched.cardinality() / stretches(line, stretch);
    }

    /** {@code groove_consistency}. */
    static double grooveConsistency(NoteLine line) {
        int bar = line.stepsPerBar();
        if (line.isEmpty() || stretches(line, bar) < 2) {
            return Double.NaN;
        }
        int pairs = stretches(line, bar) - 1;
        BitSet onsets = new BitSet();
        line.notes().forEach(note -> onsets.set(note.startStep()));
        BitSet different = onsets.get(bar, (pairs + 1) * bar);
        different.xor(onsets.get(0, pairs * bar));
        return 1 - (double) different.cardinality() / ((long) pairs * bar);
    }

    private static int stretches(NoteLine line, int stretch) {
        return line.end(line.size() - 1) / stretch + 1;
    }
}
