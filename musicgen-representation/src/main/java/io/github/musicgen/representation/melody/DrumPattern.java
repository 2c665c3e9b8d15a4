package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.DrumMap;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is struck on a set of drums, step by step on a grid.
 *
 * <p>Drums are of the {@linkplain #CLASSES nine classes} of Magenta's models. The event of a step is the sum of 2<sup>class</sup> over the
 * classes that are struck together: 0 is silence, 5 bass drum (class 0) and closed hi-hat (class 2).
 *
 * <pre>{@code
 * DrumPattern beat = DrumPattern.of(5, 0, 4, 0, 6, 0, 4, 0); // bass drum and snare, and hi-hat in eighths
 * NoteSequence music = beat.toNoteSequence(120);
 * }</pre>
 *
 * <p>A value: every operation returns a new pattern.
 */
public final class DrumPattern implements Stretch<DrumPattern> {
    /** The classes of drums: class 0 is the bass drum. */
    public static final DrumMap CLASSES = DrumMap.NINE;

    /** Nothing is struck. */
    public static final int SILENCE = 0;

    /** All classes are struck together: the highest event. */
    public static final int MAX_EVENT = (1 << CLASSES.size()) - 1;

    /** The most steps a pattern can have, so that no length in a file can ask for more memory than there is. */
    public static final int MAX_LENGTH = Melody.MAX_LENGTH;

    private final short[] events; // [steps]
    private final int startStep;
    private final int stepsPerBar;
    private final int stepsPerQuarter;

    private DrumPattern(short[] events, int startStep, int stepsPerBar, int stepsPerQuarter) {
        if (startStep < 0 || startStep > Integer.MAX_VALUE - events.length) {
            throw new IllegalArgumentException("start step of a drum pattern of " + events.length + " steps must be 0.."
                    + (Integer.MAX_VALUE - events.length) + ", but was " + startStep);
        }
        this.events = events;
        this.startStep = startStep;
        this.stepsPerBar = stepsPerBar;
        this.stepsPerQuarter = stepsPerQuarter;
    }

    /**
     * A pattern of some events, which starts at step 0 of 4/4 music at four steps per quarter.
     *
     * @param events sums of 2<sup>class</sup>, from {@link #SILENCE} to {@link #MAX_EVENT}
     * @return the pattern
     */
    public static DrumPattern of(int... events) {
        return new DrumPattern(checked(events), 0, Melody.DEFAULT_STEPS_PER_BAR, Melody.DEFAULT_STEPS_PER_QUARTER);
    }

    private static short[] checked(int[] events) {
        if (events.length > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "length of a drum pattern must be 0.." + MAX_LENGTH + " steps, but was " + events.length);
        }
        short[] checked = new short[events.length];
        for (int step = 0; step < checked.length; step++) {
            if (events[step] < SILENCE || events[step] > MAX_EVENT) {
                throw new IllegalArgumentException("event of a drum pattern must be " + SILENCE + ".." + MAX_EVENT
                        + ", but was " + events[step] + " at step " + step);
            }
            checked[step] = (short) events[step];
        }
        return checked;
    }

    @Override
    public DrumPattern withEvents(int... newEvents) {
        return new DrumPattern(checked(newEvents), startStep, stepsPerBar, stepsPerQuarter);
    }

    @Override
    public DrumPattern withStartStep(int newStartStep) {
        return new DrumPattern(events, newStartStep, stepsPerBar, stepsPerQuarter);
    }

    @Override
    public DrumPattern withMeter(int newStepsPerBar, int newStepsPerQuarter) {
        MelodyEvents.requireMeter(newStepsPerBar, newStepsPerQuarter);
        return new DrumPattern(events, startStep, newStepsPerBar, newStepsPerQuarter);
    }

    @Override
    public int length() {
        return events.length;
    }

    @Override
    public int event(int index) {
        return events[index];
    }

    @Override
    public int[] events() {
        return IntStream.range(0, events.length).map(i -> events[i]).toArray();
    }

    @Override
    public boolean strikesAt(int index) {
        return events[index] != SILENCE;
    }

    /**
     * What is struck at a step.
     *
     * @param index steps from the start of the pattern
     * @return the drums that the classes are {@linkplain DrumMap#pitchOf played by}, in the order of the classes
     * @throws IndexOutOfBoundsException if the pattern has no such step
     */
    public List<Integer> pitches(int index) {
        int event = events[index];
        return IntStream.range(0, CLASSES.size())
                .filter(drum -> (event >> drum & 1) != 0)
                .map(CLASSES::pitchOf)
                .boxed()
                .toList();
    }

    @Override
    public int startStep() {
        return startStep;
    }

    @Override
    public int stepsPerBar() {
        return stepsPerBar;
    }

    @Override
    public int stepsPerQuarter() {
        return stepsPerQuarter;
    }

    @Override
    public DrumPattern slice(int from, int to) {
        if (from < 0 || to < from || to > events.length) {
            throw new IllegalArgumentException("a slice of a drum pattern of " + events.length
                    + " steps must lie within it, but went from " + from + " to " + to);
        }
        return new DrumPattern(Arrays.copyOfRange(events, from, to), startStep + from, stepsPerBar, stepsPerQuarter);
    }

    /** Each drum sounds for a step. */
    @Override
    public QuantizedPart toQuantizedPart() {
        List<QuantizedNote> notes = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            int step = startStep + i;
            pitches(i).forEach(pitch -> notes.add(new QuantizedNote(pitch, MelodyNotes.VELOCITY, step, step + 1)));
        }
        return new QuantizedPart("", 0, true, notes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DrumPattern pattern
                && Arrays.equals(events, pattern.events)
                && startStep == pattern.startStep
                && stepsPerBar == pattern.stepsPerBar
                && stepsPerQuarter == pattern.stepsPerQuarter;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(events) + startStep;
    }

    @Override
    public String toString() {
        return "DrumPattern[startStep=" + startStep + ", stepsPerBar=" + stepsPerBar + ", stepsPerQuarter="
                + stepsPerQuarter + ", events=" + Arrays.toString(events) + "]";
    }
}
