package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.melody.MelodyResult.Extracted;
import io.github.musicgen.representation.melody.MelodyResult.Reason;
import io.github.musicgen.representation.melody.MelodyResult.Rejected;

/** Holds lines against the limits, in Magenta's order. One for each extraction, because all melodies share the memory allowed. */
final class MelodyLimits {
    private final ExtractionOptions options;
    private int stepsLeft = Melody.MAX_LENGTH;

    MelodyLimits(ExtractionOptions options) {
        this.options = options;
    }

    ExtractionOptions options() {
        return options;
    }

    MelodyResult apply(MelodyLine line) {
        long full = options.padEnd() ? line.paddedLength() : line.length();
        long minSteps = (long) options.minBars() * line.section().stepsPerBar();
        if (full < minSteps) {
            return rejected(
                    line, Reason.TOO_SHORT, options.minBars() + " bars (" + minSteps + " steps) at least", full);
        }
        if (full > options.discardSteps()) {
            return rejected(line, Reason.TOO_LONG, options.discardSteps() + " steps at most", full);
        }
        long length = full > options.truncateSteps() ? truncatedLength(line) : full;
        int pitchClasses = line.pitchClasses(length);
        if (pitchClasses < options.minPitchClasses()) {
            return rejected(
                    line, Reason.TOO_FEW_PITCHES, options.minPitchClasses() + " pitch classes at least", pitchClasses);
        }
        int room = Math.min(stepsLeft, Integer.MAX_VALUE - line.startStep());
        if (length > room) {
            return rejected(line, Reason.TOO_LONG, room + " steps at most, which is all there is room for", length);
        }
        stepsLeft -= (int) length;
        return new Extracted(line.toMelody((int) length), full);
    }

    private int truncatedLength(MelodyLine line) {
        int steps = options.truncateSteps();
        return options.padEnd() ? steps - steps % line.section().stepsPerBar() : steps;
    }

    private static Rejected rejected(MelodyLine line, Reason reason, String bound, long value) {
        return new Rejected(
                reason,
                line.startStep(),
                "the melody at step " + line.startStep() + " must have " + bound + ", but had " + value);
    }
}
