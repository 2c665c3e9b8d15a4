package io.github.musicgen.representation.pianoroll;

import io.github.musicgen.representation.sequence.QuantizedNote;
import java.nio.FloatBuffer;
import java.util.Comparator;
import java.util.List;

/**
 * A roll of floats: velocities, or what a network says.
 *
 * <p>A roll that was wrapped around an array or a buffer shares it: whoever changes the one changes the other. All others
 * own their memory and never change.
 */
public final class FloatRoll implements Roll {
    /** The value of the loudest note. */
    private static final float MAX_VELOCITY = 127;

    private final FloatBuffer values; // [steps * pitches], from position 0 on
    private final int steps;
    private final PitchRange range;

    private FloatRoll(FloatBuffer values, int steps, PitchRange range) {
        this.values = values;
        this.steps = steps;
        this.range = range;
    }

    private static FloatRoll zeros(int steps, PitchRange range) {
        return new FloatRoll(FloatBuffer.allocate(Cells.require(steps, range)), steps, range);
    }

    /**
     * A roll on top of an array, which is shared.
     *
     * @param values [steps * pitches], step by step
     * @param range its pitches
     * @return the roll
     */
    public static FloatRoll wrap(float[] values, PitchRange range) {
        return wrap(FloatBuffer.wrap(values), range);
    }

    /**
     * A roll on top of what remains of a buffer, which is shared; it may be a direct one.
     *
     * @param values [steps * pitches], step by step
     * @param range its pitches
     * @return the roll
     */
    public static FloatRoll wrap(FloatBuffer values, PitchRange range) {
        FloatBuffer own = values.slice();
        if (own.remaining() % range.size() != 0) {
            throw new IllegalArgumentException("a roll of " + range.size()
                    + " pitches must have a multiple of so many values, but had " + own.remaining());
        }
        return new FloatRoll(own, own.remaining() / range.size(), range);
    }

    /**
     * How hard notes sound: their velocity divided by 127, over their whole length. Where notes of one pitch overlap it is that
     * of the last one to start, of several that start together that of the loudest.
     *
     * @param notes the notes; what lies outside the steps or the range is left out
     * @param steps the length of the roll
     * @param range its pitches
     * @return values between 0, for silence, and 1
     */
    public static FloatRoll velocities(List<QuantizedNote> notes, int steps, PitchRange range) {
        FloatRoll roll = zeros(steps, range);
        notes.stream()
                .filter(note -> range.contains(note.pitch()))
                .sorted(Comparator.comparingInt(QuantizedNote::startStep).thenComparingInt(QuantizedNote::velocity))
                .forEach(roll::paint);
        return roll;
    }

    private void paint(QuantizedNote note) {
        float value = note.velocity() / MAX_VELOCITY;
        for (int step = note.startStep(); step < Math.min(note.endStep(), steps); step++) {
            values.put(step * range.size() + range.column(note.pitch()), value);
        }
    }

    /**
     * Rolls one after the other.
     *
     * @param rolls one or more rolls of one range
     * @return their steps in one roll
     */
    public static FloatRoll join(List<FloatRoll> rolls) {
        PitchRange range = Cells.commonRange(rolls);
        FloatRoll joined = zeros(Cells.totalSteps(rolls), range);
        FloatBuffer target = joined.values.duplicate();
        rolls.forEach(roll -> roll.writeTo(target));
        return joined;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public PitchRange range() {
        return range;
    }

    @Override
    public float value(int step, int pitch) {
        return values.get(Cells.requireStep(step, steps) * range.size() + range.column(pitch));
    }

    /**
     * The MIDI velocity that a cell stands for.
     *
     * @param step 0 to {@code steps() - 1}
     * @param pitch a pitch of the range
     * @return 127 times the value, rounded and kept within 1 and 127
     */
    public int velocity(int step, int pitch) {
        return Math.max(1, Math.round(MAX_VELOCITY * Math.min(1, value(step, pitch))));
    }

    /**
     * The values as they are kept; nothing is copied.
     *
     * @return a read-only view, [steps * pitches]
     */
    public FloatBuffer values() {
        return values.asReadOnlyBuffer();
    }

    @Override
    public FloatRoll window(int fromStep, int toStep) {
        Cells.requireWindow(fromStep, toStep, steps);
        FloatBuffer passage = values.slice(fromStep * range.size(), (toStep - fromStep) * range.size());
        return new FloatRoll(passage, toStep - fromStep, range);
    }

    @Override
    public FloatRoll resized(int newSteps) {
        Cells.requireSteps(1, newSteps);
        return newSteps <= steps ? window(0, newSteps) : copy(newSteps, range, 0);
    }

    @Override
    public FloatRoll transposed(int semitones) {
        return copy(steps, range, semitones);
    }

    @Override
    public FloatRoll within(PitchRange newRange) {
        return copy(steps, newRange, 0);
    }

    @Override
    public BitRoll above(float threshold) {
        return BitRoll.above(threshold, this);
    }

    @Override
    public void writeTo(FloatBuffer target) {
        target.put(values.duplicate());
    }

    private FloatRoll copy(int newSteps, PitchRange newRange, int semitones) {
        FloatRoll copy = zeros(newSteps, newRange);
        // The pitches of this roll that have a place in the other: one run of columns, the same at every step.
        long lowest = Math.max(range.lowest(), (long) newRange.lowest() - semitones);
        int run = (int) (Math.min(range.highest(), (long) newRange.highest() - semitones) - lowest + 1);
        for (int step = 0; run > 0 && step < Math.min(steps, newSteps); step++) {
            int from = step * range.size() + range.column((int) lowest);
            int to = step * newRange.size() + newRange.column((int) lowest + semitones);
            copy.values.put(to, values, from, run);
        }
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FloatRoll roll && range.equals(roll.range) && values.equals(roll.values);
    }

    @Override
    public int hashCode() {
        return 31 * range.hashCode() + values.hashCode();
    }

    @Override
    public String toString() {
        return "FloatRoll[steps=" + steps + ", range=" + range + "]";
    }
}
