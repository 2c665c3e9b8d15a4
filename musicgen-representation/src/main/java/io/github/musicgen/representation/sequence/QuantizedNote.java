package io.github.musicgen.representation.sequence;

/**
 * A note on a grid. Notes are ordered by start, then pitch, end and velocity.
 *
 * @param pitch MIDI pitch, 0 to 127
 * @param velocity how hard it is struck, 1 to 127
 * @param startStep where it begins
 * @param endStep where it ends, at least one step later
 */
public record QuantizedNote(int pitch, int velocity, int startStep, int endStep) implements Comparable<QuantizedNote> {
    /** Checks all components. */
    public QuantizedNote {
        Pitch.require(pitch);
        Requirements.requireRange("velocity", velocity, 1, Requirements.MAX_SEVEN_BITS);
        Requirements.requireRange("start of a note", startStep, 0, Integer.MAX_VALUE - 1);
        if (endStep <= startStep) {
            throw new IllegalArgumentException(
                    "end of a quantized note must lie after its start, step " + startStep + ", but was " + endStep);
        }
    }

    @Override
    public int compareTo(QuantizedNote other) {
        int order = Integer.compare(startStep, other.startStep);
        order = order != 0 ? order : Integer.compare(pitch, other.pitch);
        order = order != 0 ? order : Integer.compare(endStep, other.endStep);
        return order != 0 ? order : Integer.compare(velocity, other.velocity);
    }
}
