package io.github.musicgen.representation.pianoroll;

import java.nio.FloatBuffer;
import java.util.List;

/**
 * A grid of cells, steps by pitches: bits or floats.
 *
 * <p>Immutable in itself; a {@link FloatRoll} shares the memory it was wrapped around. Windows share the memory of the roll that
 * they were taken from.
 */
public sealed interface Roll permits BitRoll, FloatRoll {
    /**
     * The most steps that a roll, or the rolls of several instruments together, may have: half a gigabyte of floats at 128
     * pitches. A few bytes of a MIDI file can put a note at step 2^31.
     */
    int MAX_STEPS = 1 << 20;

    /**
     * How long it is.
     *
     * @return steps, which may be 0
     */
    int steps();

    /**
     * What its columns are.
     *
     * @return the pitches
     */
    PitchRange range();

    /**
     * One cell.
     *
     * @param step 0 to {@code steps() - 1}
     * @param pitch a pitch of the range
     * @return its value; 1 or 0 for a bit
     */
    float value(int step, int pitch);

    /**
     * A passage, as a view: nothing is copied.
     *
     * @param fromStep its first step
     * @param toStep the step after its last one, not beyond the end of this roll
     * @return a roll of {@code toStep - fromStep} steps
     */
    Roll window(int fromStep, int toStep);

    /**
     * The same roll with another length: cut, or filled up with zeros.
     *
     * @param newSteps the length
     * @return a view if nothing has to be added, otherwise a copy
     */
    Roll resized(int newSteps);

    /**
     * The same roll some semitones higher, in the same range. What leaves the range is lost; zeros come in.
     *
     * @param semitones how far; lower if negative
     * @return the roll
     */
    Roll transposed(int semitones);

    /**
     * The same cells in another range of pitches: columns are dropped, or zeros are added.
     *
     * @param newRange the range
     * @return the roll
     */
    Roll within(PitchRange newRange);

    /**
     * Where the values lie above a threshold. NaN lies above none.
     *
     * @param threshold the threshold, which itself is not enough
     * @return a bit for each cell
     */
    BitRoll above(float threshold);

    /**
     * Writes all cells, step by step and in each step from the lowest pitch up, at the position of a buffer and moves it on. The
     * buffer may be a direct one, which is how a tensor library reads a roll from memory of its own.
     *
     * @param target where to write {@code steps() * range().size()} values
     */
    void writeTo(FloatBuffer target);

    /**
     * A copy of all cells.
     *
     * @return [steps * pitches]
     */
    default float[] toArray() {
        return stack(List.of(this));
    }

    /**
     * The cells of several rolls, one after the other: a batch for a network.
     *
     * @param rolls rolls of one length and range
     * @return [rolls * steps * pitches]
     */
    static float[] stack(List<? extends Roll> rolls) {
        if (rolls.isEmpty()) {
            return new float[0];
        }
        Roll first = rolls.get(0);
        rolls.forEach(roll -> Cells.requireSameShape(first, roll));
        float[] batch = new float
                [Math.multiplyExact(rolls.size(), first.steps() * first.range().size())];
        FloatBuffer target = FloatBuffer.wrap(batch);
        rolls.forEach(roll -> roll.writeTo(target));
        return batch;
    }
}
