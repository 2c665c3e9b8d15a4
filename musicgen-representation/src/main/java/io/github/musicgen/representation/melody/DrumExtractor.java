package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds the drums of quantized music.
 *
 * <pre>{@code
 * List<DrumPattern> patterns = DrumExtractor.extract(sequence.quantize(Grid.perQuarter(4)));
 * }</pre>
 *
 * <p>All parts of drums together are one set of drums. Drums of no {@linkplain DrumPattern#CLASSES class} are passed over, as Magenta
 * passes over them. Each stretch of one meter whose bars are whole steps has a pattern of its own.
 */
public final class DrumExtractor {
    private DrumExtractor() {}

    /**
     * Finds the patterns of a piece.
     *
     * @param sequence the music, on a grid of steps per quarter note
     * @return a pattern for each stretch of one meter in which a drum is struck, in order: whole bars, from the one with its first drum to
     *     the one with its last
     * @throws IllegalArgumentException if the grid counts steps per second, which have no bars, or a pattern is longer than
     *     {@link DrumPattern#MAX_LENGTH} steps
     */
    public static List<DrumPattern> extract(QuantizedSequence sequence) {
        List<QuantizedNote> struck = sequence.parts().stream()
                .filter(QuantizedPart::drums)
                .flatMap(part -> part.notes().stream())
                .filter(note -> DrumPattern.CLASSES.classOf(note.pitch()).isPresent())
                .sorted(Comparator.comparingInt(QuantizedNote::startStep))
                .toList();
        return MeterSection.of(sequence).stream()
                .filter(MeterSection::hasWholeBars)
                .flatMap(section -> pattern(section, within(section, struck)))
                .toList();
    }

    private static List<QuantizedNote> within(MeterSection section, List<QuantizedNote> notes) {
        return notes.stream()
                .filter(note -> note.startStep() >= section.startStep() && note.startStep() < section.endStep())
                .toList();
    }

    private static Stream<DrumPattern> pattern(MeterSection section, List<QuantizedNote> notes) {
        if (notes.isEmpty()) {
            return Stream.of();
        }
        int start = section.barLineBefore(notes.get(0).startStep());
        long end = (long) section.barLineBefore(notes.get(notes.size() - 1).startStep()) + section.stepsPerBar();
        int length = requireLength(end - start);
        int[] events = new int[length];
        for (QuantizedNote note : notes) {
            events[note.startStep() - start] |=
                    1 << DrumPattern.CLASSES.classOf(note.pitch()).getAsInt();
        }
        return Stream.of(DrumPattern.of(events)
                .withMeter(section.stepsPerBar(), section.grid().steps())
                .withStartStep(start));
    }

    private static int requireLength(long length) {
        if (length > DrumPattern.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "drums in one meter must last at most " + DrumPattern.MAX_LENGTH + " steps, but lasted " + length);
        }
        return (int) length;
    }
}
