package io.github.musicgen.representation.pianoroll;

import io.github.musicgen.representation.sequence.QuantizedNote;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A roll of bits: what sounds, or what starts. A step of 128 pitches takes sixteen bytes.
 */
public final class BitRoll implements Roll {
    private final long[] words; // [at least firstWord + steps * wordsPerStep], pitch by pitch from the lowest bit up
    private final int firstWord;
    private final int wordsPerStep;
    private final int steps;
    private final PitchRange range;

    private BitRoll(long[] words, int firstWord, int steps, PitchRange range) {
        this.words = words;
        this.firstWord = firstWord;
        this.wordsPerStep = wordsPerStep(range);
        this.steps = steps;
        this.range = range;
    }

    /** All bits 0, to be filled before anybody else sees it. */
    private static BitRoll zeros(int steps, PitchRange range) {
        Cells.require(steps, range);
        return new BitRoll(new long[steps * wordsPerStep(range)], 0, steps, range);
    }

    private static int wordsPerStep(PitchRange range) {
        return (range.size() + Long.SIZE - 1) / Long.SIZE;
    }

    /**
     * Where notes sound.
     *
     * @param notes the notes; what lies outside the steps or the range is left out
     * @param steps the length of the roll
     * @param range its pitches
     * @return a bit for each step of each note
     */
    public static BitRoll frames(List<QuantizedNote> notes, int steps, PitchRange range) {
        BitRoll roll = zeros(steps, range);
        for (QuantizedNote note : notes) {
            for (int step = note.startStep(); step < Math.min(note.endStep(), steps); step++) {
                roll.setIfInside(step, note.pitch());
            }
        }
        return roll;
    }

    /**
     * Where notes start.
     *
     * @param notes the notes; what lies outside the steps or the range is left out
     * @param steps the length of the roll
     * @param range its pitches
     * @return a bit for the first step of each note
     */
    public static BitRoll onsets(List<QuantizedNote> notes, int steps, PitchRange range) {
        BitRoll roll = zeros(steps, range);
        for (QuantizedNote note : notes) {
            if (note.startStep() < steps) {
                roll.setIfInside(note.startStep(), note.pitch());
            }
        }
        return roll;
    }

    /** A bit for each cell of another roll whose value lies above a threshold. */
    static BitRoll above(float threshold, Roll values) {
        BitRoll roll = zeros(values.steps(), values.range());
        PitchRange range = values.range();
        for (int step = 0; step < values.steps(); step++) {
            for (int pitch = range.lowest(); pitch <= range.highest(); pitch++) {
                if (values.value(step, pitch) > threshold) {
                    roll.set(step, pitch);
                }
            }
        }
        return roll;
    }

    /**
     * Rolls one after the other.
     *
     * @param rolls one or more rolls of one range
     * @return their steps in one roll
     */
    public static BitRoll join(List<BitRoll> rolls) {
        PitchRange range = Cells.commonRange(rolls);
        BitRoll joined = zeros(Cells.totalSteps(rolls), range);
        LongBuffer target = LongBuffer.wrap(joined.words);
        rolls.forEach(roll -> target.put(roll.words()));
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

    /**
     * One cell.
     *
     * @param step 0 to {@code steps() - 1}
     * @param pitch a pitch of the range
     * @return whether it is set
     */
    public boolean get(int step, int pitch) {
        int column = range.column(pitch);
        return (words[wordOf(Cells.requireStep(step, steps), column)] >>> column & 1) != 0;
    }

    @Override
    public float value(int step, int pitch) {
        return get(step, pitch) ? 1 : 0;
    }

    /**
     * What is set at a step.
     *
     * @param step 0 to {@code steps() - 1}
     * @return the pitches, from the lowest up
     */
    public IntStream pitchesAt(int step) {
        Cells.requireStep(step, steps);
        return IntStream.rangeClosed(range.lowest(), range.highest()).filter(pitch -> get(step, pitch));
    }

    /**
     * How many cells are set.
     *
     * @return their number
     */
    public int count() {
        int count = 0;
        for (int i = 0; i < steps * wordsPerStep; i++) {
            count += Long.bitCount(words[firstWord + i]);
        }
        return count;
    }

    /**
     * The bits as they are kept; nothing is copied. Each step begins with a word of its own; its lowest pitch is bit 0 of its
     * first word. Bits beyond the highest pitch are 0.
     *
     * @return a read-only view, [steps * ceil(pitches / 64)]
     */
    public LongBuffer words() {
        return LongBuffer.wrap(words, firstWord, steps * wordsPerStep).slice().asReadOnlyBuffer();
    }

    @Override
    public BitRoll window(int fromStep, int toStep) {
        Cells.requireWindow(fromStep, toStep, steps);
        return new BitRoll(words, firstWord + fromStep * wordsPerStep, toStep - fromStep, range);
    }

    @Override
    public BitRoll resized(int newSteps) {
        Cells.requireSteps(1, newSteps);
        return newSteps <= steps ? window(0, newSteps) : copy(newSteps, range, 0);
    }

    @Override
    public BitRoll transposed(int semitones) {
        return copy(steps, range, semitones);
    }

    @Override
    public BitRoll within(PitchRange newRange) {
        return copy(steps, newRange, 0);
    }

    @Override
    public BitRoll above(float threshold) {
        return above(threshold, this);
    }

    /** Where this roll is set and was not at the step before. */
    BitRoll risingEdges() {
        BitRoll edges = zeros(steps, range);
        for (int i = 0; i < edges.words.length; i++) {
            long before = i < wordsPerStep ? 0 : words[firstWord + i - wordsPerStep];
            edges.words[i] = words[firstWord + i] & ~before;
        }
        return edges;
    }

    @Override
    public void writeTo(FloatBuffer target) {
        for (int step = 0; step < steps; step++) {
            for (int pitch = range.lowest(); pitch <= range.highest(); pitch++) {
                target.put(value(step, pitch));
            }
        }
    }

    private BitRoll copy(int newSteps, PitchRange newRange, int semitones) {
        BitRoll copy = zeros(newSteps, newRange);
        for (int step = 0; step < Math.min(steps, newSteps); step++) {
            for (int pitch = range.lowest(); pitch <= range.highest(); pitch++) {
                if (get(step, pitch)) {
                    copy.setIfInside(step, (long) pitch + semitones);
                }
            }
        }
        return copy;
    }

    private void setIfInside(int step, long pitch) {
        if (pitch >= range.lowest() && pitch <= range.highest()) {
            set(step, (int) pitch);
        }
    }

    private void set(int step, int pitch) {
        int column = range.column(pitch);
        words[wordOf(step, column)] |= 1L << column;
    }

    private int wordOf(int step, int column) {
        return firstWord + step * wordsPerStep + column / Long.SIZE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BitRoll roll && range.equals(roll.range) && words().equals(roll.words());
    }

    @Override
    public int hashCode() {
        return 31 * range.hashCode() + words().hashCode();
    }

    @Override
    public String toString() {
        return "BitRoll[steps=" + steps + ", range=" + range + ", set=" + count() + "]";
    }
}
