package io.github.musicgen.representation.pianoroll;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import io.github.musicgen.representation.time.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * What the instrument groups of an ensemble play at the same time, as one roll for each of them.
 *
 * <pre>{@code
 * MultitrackRoll song = MultitrackRoll.binary(sequence.quantize(Grid.perQuarter(2)), Ensemble.BAND);
 * for (MultitrackRoll segment : song.windows(32, 32)) {
 *     float[] batch = Roll.stack(segment.frames()); // [5 * 32 * 128]
 * }
 * }</pre>
 *
 * @param grid what a step is
 * @param ensemble the instrument groups
 * @param rolls one roll for each group, in their order, all of one length and range
 */
public record MultitrackRoll(Grid grid, Ensemble ensemble, List<PianoRoll> rolls) {
    private static final int TICKS_PER_QUARTER = 480;

    /** Checks that there is a roll for each group and that all have one shape; copies the list. */
    public MultitrackRoll {
        rolls = List.copyOf(rolls);
        if (rolls.size() != ensemble.groups().size()) {
            throw new IllegalArgumentException("a multitrack roll must have as many rolls as groups, "
                    + ensemble.groups().size() + ", but had " + rolls.size());
        }
        for (PianoRoll roll : rolls) {
            Cells.requireSameShape(rolls.get(0).frames(), roll.frames());
        }
    }

    /**
     * Rolls without velocities, of all pitches and until the last note ends. The parts of one group are merged; a part that
     * belongs to no group is left out.
     *
     * @param sequence the music
     * @param ensemble the instrument groups
     * @return the rolls
     */
    public static MultitrackRoll binary(QuantizedSequence sequence, Ensemble ensemble) {
        return binary(sequence, ensemble, sequence.endStep(), PitchRange.ALL);
    }

    /**
     * Rolls without velocities. The parts of one group are merged; a part that belongs to no group is left out.
     *
     * @param sequence the music; what lies outside the steps or the range is left out
     * @param ensemble the instrument groups
     * @param steps the length of the rolls
     * @param range their pitches
     * @return the rolls
     */
    public static MultitrackRoll binary(QuantizedSequence sequence, Ensemble ensemble, int steps, PitchRange range) {
        return of(sequence, ensemble, steps, notes -> PianoRoll.binary(notes, steps, range));
    }

    /**
     * Rolls with velocities, of all pitches and until the last note ends. The parts of one group are merged; a part that
     * belongs to no group is left out.
     *
     * @param sequence the music
     * @param ensemble the instrument groups
     * @return the rolls
     */
    public static MultitrackRoll velocity(QuantizedSequence sequence, Ensemble ensemble) {
        return velocity(sequence, ensemble, sequence.endStep(), PitchRange.ALL);
    }

    /**
     * Rolls with velocities. The parts of one group are merged; a part that belongs to no group is left out.
     *
     * @param sequence the music; what lies outside the steps or the range is left out
     * @param ensemble the instrument groups
     * @param steps the length of the rolls
     * @param range their pitches
     * @return the rolls
     */
    public static MultitrackRoll velocity(QuantizedSequence sequence, Ensemble ensemble, int steps, PitchRange range) {
        return of(sequence, ensemble, steps, notes -> PianoRoll.velocity(notes, steps, range));
    }

    private static MultitrackRoll of(
            QuantizedSequence sequence, Ensemble ensemble, int steps, Function<List<QuantizedNote>, PianoRoll> roll) {
        Cells.requireSteps(ensemble.groups().size(), steps);
        List<PianoRoll> rolls = IntStream.range(0, ensemble.groups().size())
                .mapToObj(group -> roll.apply(notesOf(sequence, ensemble, group)))
                .toList();
        return new MultitrackRoll(sequence.grid(), ensemble, rolls);
    }

    private static List<QuantizedNote> notesOf(QuantizedSequence sequence, Ensemble ensemble, int group) {
        return sequence.parts().stream()
                .filter(part -> ensemble.indexOf(part.program(), part.drums()).orElse(-1) == group)
                .flatMap(part -> part.notes().stream())
                .toList();
    }

    /**
     * Segments one after the other. A note that is sustained over the border of two of them is one note again.
     *
     * @param segments one or more rolls of one grid, ensemble and range
     * @return their steps in one roll
     */
    public static MultitrackRoll join(List<MultitrackRoll> segments) {
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("there must be 1 roll or more to join, but were 0");
        }
        MultitrackRoll first = segments.get(0);
        for (MultitrackRoll segment : segments) {
            if (!segment.grid.equals(first.grid) || !segment.ensemble.equals(first.ensemble)) {
                throw new IllegalArgumentException("rolls that are joined must have one grid and ensemble, but had "
                        + first.grid + ", " + first.ensemble + " and " + segment.grid + ", " + segment.ensemble);
            }
        }
        Cells.requireSteps(
                first.rolls.size(),
                Cells.totalSteps(segments.stream().map(MultitrackRoll::shape).toList()));
        List<PianoRoll> joined = IntStream.range(0, first.rolls.size())
                .mapToObj(group -> PianoRoll.join(segments.stream()
                        .map(segment -> segment.rolls.get(group))
                        .toList()))
                .toList();
        return new MultitrackRoll(first.grid, first.ensemble, joined);
    }

    /**
     * How long it is.
     *
     * @return steps
     */
    public int steps() {
        return shape().steps();
    }

    /**
     * What the columns are.
     *
     * @return the pitches
     */
    public PitchRange range() {
        return shape().range();
    }

    private BitRoll shape() {
        return rolls.get(0).frames();
    }

    /**
     * What one group plays.
     *
     * @param group its name
     * @return its roll
     */
    public PianoRoll roll(String group) {
        return rolls.get(ensemble.indexOf(group));
    }

    /**
     * What sounds.
     *
     * @return one roll for each group, ready to be stacked
     */
    public List<BitRoll> frames() {
        return rolls.stream().map(PianoRoll::frames).toList();
    }

    /**
     * A passage, as a view.
     *
     * @param fromStep its first step
     * @param toStep the step after its last one, not beyond the end of this roll
     * @return a roll of {@code toStep - fromStep} steps
     */
    public MultitrackRoll window(int fromStep, int toStep) {
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
    public List<MultitrackRoll> windows(int length, int hop) {
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
    public MultitrackRoll resized(int newSteps) {
        Cells.requireSteps(rolls.size(), newSteps);
        return map(roll -> roll.resized(newSteps));
    }

    /**
     * The same roll some semitones higher, in the same range; what leaves the range is lost. Drums stay what they are.
     *
     * @param semitones how far; lower if negative
     * @return the roll
     */
    public MultitrackRoll transposed(int semitones) {
        List<PianoRoll> moved = new ArrayList<>();
        for (int i = 0; i < rolls.size(); i++) {
            boolean drums = ensemble.groups().get(i).drums();
            moved.add(drums ? rolls.get(i) : rolls.get(i).transposed(semitones));
        }
        return new MultitrackRoll(grid, ensemble, moved);
    }

    private MultitrackRoll map(UnaryOperator<PianoRoll> operation) {
        return new MultitrackRoll(grid, ensemble, rolls.stream().map(operation).toList());
    }

    /**
     * Back to notes, by the rules of {@link RollReader#DEFAULT}.
     *
     * @param quartersPerMinute the tempo
     * @return a part for each group, silent ones too, named after it and played by its program
     */
    public QuantizedSequence toQuantizedSequence(double quartersPerMinute) {
        NoteSequence outline = NoteSequence.builder(TICKS_PER_QUARTER)
                .tempo(0, quartersPerMinute)
                .build();
        return toQuantizedSequence(outline, RollReader.DEFAULT);
    }

    /**
     * Back to notes.
     *
     * @param outline music whose tempos, meters and all else but the parts are kept
     * @param reader how notes are found
     * @return a part for each group, silent ones too, named after it and played by its program
     */
    public QuantizedSequence toQuantizedSequence(NoteSequence outline, RollReader reader) {
        List<Part> emptyParts = new ArrayList<>();
        List<QuantizedPart> parts = new ArrayList<>();
        for (int i = 0; i < rolls.size(); i++) {
            InstrumentGroup group = ensemble.groups().get(i);
            emptyParts.add(Part.builder(group.name())
                    .program(group.program())
                    .drums(group.drums())
                    .build());
            parts.add(new QuantizedPart(group.name(), group.program(), group.drums(), reader.read(rolls.get(i))));
        }
        return new QuantizedSequence(grid, outline.withParts(emptyParts), parts);
    }
}
