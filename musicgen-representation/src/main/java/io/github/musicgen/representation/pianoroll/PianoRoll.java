package io.github.musicgen.representation.pianoroll;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import io.github.musicgen.representation.time.Grid;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one instrument plays as a roll: where notes sound, where they start and, if wanted, how hard they were struck.
 *
 * <p>The onsets make the difference between a long note and a repeated one, so that notes survive the way there and back:
 *
 * <pre>{@code
 * PianoRoll roll = PianoRoll.velocity(part);
 * roll.notes(); // the notes of the part
 *
 * float[] output = {}; // of a network, [steps * 128]
 * PianoRoll.of(FloatRoll.wrap(output, PitchRange.ALL).above(0.3f)).notes();
 * }</pre>
 *
 * <p>A cell holds one note. Of notes of one pitch that overlap, each ends where the next one starts, and the last lasts until the
 * last end of them all; of those that start together one is left, with the longest length and the loudest velocity.
 */
public final class PianoRoll {
    private static final byte SILENT = 0;
    private static final byte SUSTAINED = 1;
    private static final byte STRUCK = 2;

    private final BitRoll frames;
    private final BitRoll onsets;
    private final @Nullable FloatRoll velocities;

    private PianoRoll(BitRoll frames, BitRoll onsets, @Nullable FloatRoll velocities) {
        Cells.requireSameShape(frames, onsets);
        if (velocities != null) {
            Cells.requireSameShape(frames, velocities);
        }
        this.frames = frames;
        this.onsets = onsets;
        this.velocities = velocities;
    }

    /**
     * A roll without velocities of what a part plays, of all pitches and until its last note ends.
     *
     * @param part the part
     * @return the roll
     */
    public static PianoRoll binary(QuantizedPart part) {
        return binary(part.notes(), endStep(part.notes()), PitchRange.ALL);
    }

    /**
     * A roll without velocities of all parts but the drums, of all pitches and until the last note ends.
     *
     * @param sequence the music
     * @param grid what a step is
     * @return the roll
     */
    public static PianoRoll binary(NoteSequence sequence, Grid grid) {
        List<QuantizedNote> notes = pitchedNotes(sequence.quantize(grid));
        return binary(notes, endStep(notes), PitchRange.ALL);
    }

    /**
     * A roll without velocities.
     *
     * @param notes the notes; what lies outside the steps or the range is left out
     * @param steps the length of the roll
     * @param range its pitches
     * @return the roll
     */
    public static PianoRoll binary(List<QuantizedNote> notes, int steps, PitchRange range) {
        return new PianoRoll(BitRoll.frames(notes, steps, range), BitRoll.onsets(notes, steps, range), null);
    }

    /**
     * A roll with velocities of what a part plays, of all pitches and until its last note ends.
     *
     * @param part the part
     * @return the roll
     */
    public static PianoRoll velocity(QuantizedPart part) {
        return velocity(part.notes(), endStep(part.notes()), PitchRange.ALL);
    }

    /**
     * A roll with velocities of all parts but the drums, of all pitches and until the last note ends.
     *
     * @param sequence the music
     * @param grid what a step is
     * @return the roll
     */
    public static PianoRoll velocity(NoteSequence sequence, Grid grid) {
        List<QuantizedNote> notes = pitchedNotes(sequence.quantize(grid));
        return velocity(notes, endStep(notes), PitchRange.ALL);
    }

    /**
     * A roll with velocities.
     *
     * @param notes the notes; what lies outside the steps or the range is left out
     * @param steps the length of the roll
     * @param range its pitches
     * @return the roll
     */
    public static PianoRoll velocity(List<QuantizedNote> notes, int steps, PitchRange range) {
        return new PianoRoll(
                BitRoll.frames(notes, steps, range),
                BitRoll.onsets(notes, steps, range),
                FloatRoll.velocities(notes, steps, range));
    }

    /**
     * A roll that knows only what sounds: a note starts wherever sound follows silence.
     *
     * @param frames what sounds
     * @return the roll
     */
    public static PianoRoll of(BitRoll frames) {
        return new PianoRoll(frames, frames.risingEdges(), null);
    }

    /**
     * A roll of what sounds and what starts.
     *
     * @param frames what sounds
     * @param onsets what starts, of the same shape
     * @return the roll
     */
    public static PianoRoll of(BitRoll frames, BitRoll onsets) {
        return new PianoRoll(frames, onsets, null);
    }

    /**
     * A roll of what sounds, what starts and how hard it was struck.
     *
     * @param frames what sounds
     * @param onsets what starts, of the same shape
     * @param velocities velocities divided by 127, of the same shape; they are read where notes start
     * @return the roll
     */
    public static PianoRoll of(BitRoll frames, BitRoll onsets, FloatRoll velocities) {
        return new PianoRoll(frames, onsets, velocities);
    }

    /**
     * A roll without velocities from the codes that {@link #codes()} gives.
     *
     * @param codes [steps * pitches]: 0 silent, 1 sustained, 2 struck
     * @param range its pitches
     * @return the roll
     */
    public static PianoRoll ofCodes(byte[] codes, PitchRange range) {
        float[] values = new float[codes.length]; // [steps * pitches]
        for (int i = 0; i < codes.length; i++) {
            if (codes[i] < SILENT || codes[i] > STRUCK) {
                throw new IllegalArgumentException(
                        "codes of a piano roll must be " + SILENT + ".." + STRUCK + ", but one was " + codes[i]);
            }
            values[i] = codes[i];
        }
        FloatRoll roll = FloatRoll.wrap(values, range);
        return of(roll.above(SILENT), roll.above(SUSTAINED));
    }

    /**
     * Rolls one after the other. A note that is sustained over the border of two of them is one note again.
     *
     * @param rolls one or more rolls of one range, all with velocities or all without
     * @return their steps in one roll
     */
    public static PianoRoll join(List<PianoRoll> rolls) {
        List<FloatRoll> velocities =
                rolls.stream().flatMap(roll -> roll.velocities().stream()).toList();
        if (!velocities.isEmpty() && velocities.size() < rolls.size()) {
            throw new IllegalArgumentException("rolls that are joined must all have velocities or none, but "
                    + velocities.size() + " of " + rolls.size() + " had");
        }
        return new PianoRoll(
                BitRoll.join(rolls.stream().map(PianoRoll::frames).toList()),
                BitRoll.join(rolls.stream().map(PianoRoll::onsets).toList()),
                velocities.isEmpty() ? null : FloatRoll.join(velocities));
    }

    /**
     * What sounds.
     *
     * @return a bit for each cell
     */
    public BitRoll frames() {
        return frames;
    }

    /**
     * What starts.
     *
     * @return a bit for each cell
     */
    public BitRoll onsets() {
        return onsets;
    }

    /**
     * How hard it was struck.
     *
     * @return velocities divided by 127 in each cell that sounds, 0 in all others; empty if the roll has none
     */
    public Optional<FloatRoll> velocities() {
        return Optional.ofNullable(velocities);
    }

    /**
     * How long it is.
     *
     * @return steps
     */
    public int steps() {
        return frames.steps();
    }

    /**
     * What its columns are.
     *
     * @return the pitches
     */
    public PitchRange range() {
        return frames.range();
    }

    /**
     * The same roll without velocities.
     *
     * @return what sounds and what starts
     */
    public PianoRoll withoutVelocities() {
        return velocities == null ? this : of(frames, onsets);
    }

    /**
     * What sounds and starts, in one number a cell.
     *
     * @return [steps * pitches]: 0 silent, 1 sustained, 2 struck
     */
    public byte[] codes() {
        byte[] codes = new byte[steps() * range().size()];
        int cell = 0;
        for (int step = 0; step < steps(); step++) {
            for (int pitch = range().lowest(); pitch <= range().highest(); pitch++) {
                codes[cell++] = code(step, pitch);
            }
        }
        return codes;
    }

    private byte code(int step, int pitch) {
        if (onsets.get(step, pitch)) {
            return STRUCK;
        }
        return frames.get(step, pitch) ? SUSTAINED : SILENT;
    }

    /**
     * A passage, as a view. A note that has started before it is sustained from its first step on.
     *
     * @param fromStep its first step
     * @param toStep the step after its last one, not beyond the end of this roll
     * @return a roll of {@code toStep - fromStep} steps
     */
    public PianoRoll window(int fromStep, int toStep) {
        return map(roll -> roll.window(fromStep, toStep));
    }

    /**
     * As many windows of one length as it takes to cover the roll; the last one is filled up with silence. All but that one
     * are views.
     *
     * @param length steps in a window
     * @param hop steps from the start of one window to that of the next: the length for segments, less for overlapping ones
     * @return the windows, none of an empty roll
     */
    public List<PianoRoll> windows(int length, int hop) {
        return Cells.windows(steps(), length, hop, from -> {
            int to = (int) Math.min((long) from + length, steps());
            return window(from, to).resized(length);
        });
    }

    /**
     * The same roll with another length: cut, or filled up with silence.
     *
     * @param newSteps the length
     * @return a view if nothing has to be added, otherwise a copy
     */
    public PianoRoll resized(int newSteps) {
        return map(roll -> roll.resized(newSteps));
    }

    /**
     * The same roll some semitones higher, in the same range; what leaves the range is lost.
     *
     * @param semitones how far; lower if negative
     * @return the roll
     */
    public PianoRoll transposed(int semitones) {
        return map(roll -> roll.transposed(semitones));
    }

    /**
     * The same cells in another range of pitches.
     *
     * @param newRange the range
     * @return the roll
     */
    public PianoRoll within(PitchRange newRange) {
        return map(roll -> roll.within(newRange));
    }

    /** The same operation on all layers; a bit roll gives a bit roll and a float roll a float roll. */
    private PianoRoll map(UnaryOperator<Roll> operation) {
        return new PianoRoll(
                (BitRoll) operation.apply(frames),
                (BitRoll) operation.apply(onsets),
                velocities == null ? null : (FloatRoll) operation.apply(velocities));
    }

    /**
     * Back to notes, by the rules of {@link RollReader#DEFAULT}.
     *
     * @return the notes in their natural order
     */
    public List<QuantizedNote> notes() {
        return RollReader.DEFAULT.read(this);
    }

    private static List<QuantizedNote> pitchedNotes(QuantizedSequence sequence) {
        return sequence.parts().stream()
                .filter(part -> !part.drums())
                .flatMap(part -> part.notes().stream())
                .toList();
    }

    private static int endStep(List<QuantizedNote> notes) {
        return notes.stream().mapToInt(QuantizedNote::endStep).max().orElse(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PianoRoll roll
                && frames.equals(roll.frames)
                && onsets.equals(roll.onsets)
                && velocities().equals(roll.velocities());
    }

    @Override
    public int hashCode() {
        return 31 * frames.hashCode() + onsets.hashCode();
    }

    @Override
    public String toString() {
        return "PianoRoll[steps=" + steps() + ", range=" + range() + ", velocities=" + (velocities != null) + "]";
    }
}
