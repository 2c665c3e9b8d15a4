package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Ticks;
import java.util.List;

/** Sequences brought to one resolution. */
final class CommonResolution {
    private CommonResolution() {}

    /** At the least resolution at which no tick is rounded, or at the finest of theirs if that would be too fine. */
    static List<NoteSequence> of(List<NoteSequence> sequences) {
        if (sequences.isEmpty()) {
            throw new IllegalArgumentException("sequences to put together must be 1 or more, but were 0");
        }
        int resolution = common(sequences);
        return sequences.stream()
                .map(sequence -> sequence.withResolution(resolution))
                .toList();
    }

    private static int common(List<NoteSequence> sequences) {
        int finest = 1;
        long exact = 1;
        for (NoteSequence sequence : sequences) {
            int resolution = sequence.ticksPerQuarter();
            finest = Math.max(finest, resolution);
            exact = Math.min(Ticks.MAX_PER_QUARTER + 1, exact / greatestCommonDivisor(exact, resolution) * resolution);
        }
        return exact <= Ticks.MAX_PER_QUARTER ? (int) exact : finest;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
