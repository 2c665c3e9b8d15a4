package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.sequence.QuantizedPart;
import java.util.Arrays;

/**
 * One line of notes on a grid, as one event for each step.
 *
 * <p>A pitch starts a note, which sounds through the {@link #NO_EVENT} steps that follow until another pitch, a
 * {@link #NOTE_OFF} or the end of the melody.
 *
 * <pre>{@code
 * Melody melody = Melody.of(60, Melody.NO_EVENT, 62, Melody.NOTE_OFF).withStartStep(16);
 * NoteSequence sequence = melody.transpose(5).toNoteSequence(120);
 * }</pre>
 *
 * <p>A value: every operation returns a new melody.
 */
public final class Melody implements Stretch<Melody> {
    /** What sounds goes on sounding, silence goes on being silent. */
    public static final int NO_EVENT = -2;

    /** What sounds ends. */
    public static final int NOTE_OFF = -1;

    /** Steps in a quarter note unless {@linkplain #withMeter said otherwise}. */
    public static final int DEFAULT_STEPS_PER_QUARTER = 4;

    /** Steps in a bar unless {@linkplain #withMeter said otherwise}: those of 4/4. */
    public static final int DEFAULT_STEPS_PER_BAR = 16;

    /** The most steps a melody can have, so that no length in a file can ask for more memory than there is. */
    public static final int MAX_LENGTH = 1 << 24;

    private final byte[] events; // [steps]
    private final int startStep;
    private final int stepsPerBar;
    private final int stepsPerQuarter;

    private Melody(byte[] events, int startStep, int stepsPerBar, int stepsPerQuarter) {
        if (startStep < 0 || startStep > Integer.MAX_VALUE - events.length) {
            throw new IllegalArgumentException("start step of a melody of " + events.length + " steps must be 0.."
                    + (Integer.MAX_VALUE - events.length) + ", but was " + startStep);
        }
        this.events = events;
        this.startStep = startStep;
        this.stepsPerBar = stepsPerBar;
        this.stepsPerQuarter = stepsPerQuarter;
    }

    /**
     * A melody of some events, which starts at step 0 of 4/4 music at four steps per quarter. A note-off before the first note
     * ends nothing; it becomes {@link #NO_EVENT}.
     *
     * @param events pitches, {@link #NOTE_OFF} and {@link #NO_EVENT}
     * @return the melody
     */
    public static Melody of(int... events) {
        byte[] checked = new byte[MelodyEvents.requireLength(events.length)];
        boolean started = false;
        for (int step = 0; step < checked.length; step++) {
            int event = MelodyEvents.require(events[step], step);
            started |= event >= Pitch.MIN;
            checked[step] = (byte) (started ? event : NO_EVENT);
        }
        return new Melody(checked, 0, DEFAULT_STEPS_PER_BAR, DEFAULT_STEPS_PER_QUARTER);
    }

    /** A melody of events that are known to be right; takes the array over. */
    static Melody ofTrusted(byte[] events) {
        return new Melody(events, 0, DEFAULT_STEPS_PER_BAR, DEFAULT_STEPS_PER_QUARTER);
    }

    @Override
    public Melody withEvents(int... newEvents) {
        return of(newEvents).withMeter(stepsPerBar, stepsPerQuarter).withStartStep(startStep);
    }

    @Override
    public Melody withStartStep(int newStartStep) {
        return new Melody(events, newStartStep, stepsPerBar, stepsPerQuarter);
    }

    @Override
    public Melody withMeter(int newStepsPerBar, int newStepsPerQuarter) {
        MelodyEvents.requireMeter(newStepsPerBar, newStepsPerQuarter);
        return new Melody(events, startStep, newStepsPerBar, newStepsPerQuarter);
    }

    @Override
    public int length() {
        return events.length;
    }

    /**
     * The event at a step.
     *
     * @param index steps from the start of the melody
     * @return a pitch, {@link #NOTE_OFF} or {@link #NO_EVENT}
     * @throws IndexOutOfBoundsException if the melody has no such step
     */
    @Override
    public int event(int index) {
        return events[index];
    }

    @Override
    public boolean strikesAt(int index) {
        return events[index] >= Pitch.MIN;
    }

    @Override
    public int[] events() {
        int[] copy = new int[events.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = events[i];
        }
        return copy;
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

    /**
     * A stretch of it. A note-off whose note lies before the stretch becomes {@link #NO_EVENT}.
     *
     * @param from the first step, counted from the start of the melody
     * @param to the step after the last one
     * @return the stretch, which starts at the step of the music where it did
     */
    @Override
    public Melody slice(int from, int to) {
        if (from < 0 || to < from || to > events.length) {
            throw new IllegalArgumentException("a slice of a melody of " + events.length
                    + " steps must lie within it, but went from " + from + " to " + to);
        }
        byte[] slice = Arrays.copyOfRange(events, from, to);
        MelodyEvents.silenceLeadingNoteOffs(slice);
        return withEvents(slice, startStep + from);
    }

    /**
     * The melody cut or prolonged at its end. Where it is prolonged, a note that still sounds gets a note-off at the old end;
     * where it is cut, the note that sounds there simply ends with the melody.
     *
     * @param length steps wanted
     * @return the melody
     */
    public Melody withLength(int length) {
        MelodyEvents.requireLength(length);
        byte[] resized = Arrays.copyOf(events, length);
        if (length > events.length) {
            Arrays.fill(resized, events.length, length, (byte) NO_EVENT);
            if (MelodyEvents.soundsAtEnd(events)) {
                resized[events.length] = NOTE_OFF;
            }
        }
        return withEvents(resized, startStep);
    }

    /**
     * The melody cut or prolonged with silence at its start; it ends where it did. What is left after a cut is left as it was,
     * even a note-off whose note is gone.
     *
     * @param length steps wanted; not so many that the melody would start before step 0
     * @return the melody
     */
    public Melody withLengthFromLeft(int length) {
        MelodyEvents.requireLength(length);
        byte[] resized = new byte[length];
        int kept = Math.min(length, events.length);
        Arrays.fill(resized, 0, length - kept, (byte) NO_EVENT);
        System.arraycopy(events, events.length - kept, resized, length - kept, kept);
        return withEvents(resized, endStep() - length);
    }

    /**
     * All notes higher or lower. A pitch that would leave the range of MIDI is moved back by octaves.
     *
     * @param semitones how much higher
     * @return the melody
     */
    public Melody transpose(int semitones) {
        return transpose(semitones, Pitch.MIN, Pitch.MAX + 1);
    }

    /**
     * All notes higher or lower, and then moved by octaves into a range.
     *
     * @param semitones how much higher
     * @param minPitch the lowest pitch of the range
     * @param maxPitch the pitch above the range, at least an octave above the lowest
     * @return the melody
     */
    public Melody transpose(int semitones, int minPitch, int maxPitch) {
        MelodyEvents.requireOctave(minPitch, maxPitch);
        byte[] moved = events.clone();
        for (int i = 0; i < moved.length; i++) {
            if (moved[i] >= Pitch.MIN) {
                moved[i] = (byte) MelodyEvents.fold((long) moved[i] + semitones, minPitch, maxPitch);
            }
        }
        return withEvents(moved, startStep);
    }

    /**
     * How often each pitch class is struck.
     *
     * @return notes, for each of the twelve pitch classes from C on
     */
    public int[] pitchClassHistogram() {
        int[] histogram = new int[Pitch.PER_OCTAVE];
        for (byte event : events) {
            if (event >= Pitch.MIN) {
                histogram[event % Pitch.PER_OCTAVE]++;
            }
        }
        return histogram;
    }

    /**
     * How well it fits into each major key.
     *
     * @return notes that belong to the key, each counted as often as it is struck
     */
    public KeyHistogram keyHistogram() {
        KeyHistogram histogram = new KeyHistogram();
        for (byte event : events) {
            if (event >= Pitch.MIN) {
                histogram.add(event);
            }
        }
        return histogram;
    }

    /**
     * The melody in the range of a model: only moved by octaves, each note for itself.
     *
     * @param minPitch the lowest pitch of the range
     * @param maxPitch the pitch above the range, at least an octave above the lowest
     * @return the melody and how to undo what was done
     */
    public SquashedMelody squash(int minPitch, int maxPitch) {
        return new SquashedMelody(transpose(0, minPitch, maxPitch), 0);
    }

    /**
     * The melody in the key and the range of a model: transposed from the major key that it fits best, by octaves to the
     * middle of the range, and notes that still lie outside moved by octaves.
     *
     * @param minPitch the lowest pitch of the range
     * @param maxPitch the pitch above the range, at least an octave above the lowest
     * @param key the key wanted, 0 for C major to 11
     * @return the melody and how to undo what was done
     */
    public SquashedMelody squash(int minPitch, int maxPitch, int key) {
        return SquashedMelody.of(this, minPitch, maxPitch, key);
    }

    /**
     * Its notes as a part without a name, for a piano, of velocity 100.
     *
     * @return the part
     */
    @Override
    public QuantizedPart toQuantizedPart() {
        return toQuantizedPart("", 0, MelodyNotes.VELOCITY);
    }

    /**
     * Its notes as a part. A note that sounds at the end of the melody ends there.
     *
     * @param name what the part is called
     * @param program its General MIDI program
     * @param velocity the velocity of every note
     * @return the part, whose notes lie where the melody starts in the music
     */
    public QuantizedPart toQuantizedPart(String name, int program, int velocity) {
        return new QuantizedPart(name, program, false, MelodyNotes.of(this, velocity));
    }

    private Melody withEvents(byte[] newEvents, int newStartStep) {
        return new Melody(newEvents, newStartStep, stepsPerBar, stepsPerQuarter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Melody melody
                && Arrays.equals(events, melody.events)
                && startStep == melody.startStep
                && stepsPerBar == melody.stepsPerBar
                && stepsPerQuarter == melody.stepsPerQuarter;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(events) + startStep;
    }

    @Override
    public String toString() {
        return "Melody[startStep=" + startStep + ", stepsPerBar=" + stepsPerBar + ", stepsPerQuarter=" + stepsPerQuarter
                + ", events=" + Arrays.toString(events) + "]";
    }
}
