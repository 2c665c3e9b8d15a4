package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.melody.MelodyResult.Reason;
import io.github.musicgen.representation.melody.MelodyResult.Rejected;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the melodies of quantized music, part by part, as Magenta does; what is no melody is reported with its reason.
 *
 * <pre>{@code
 * QuantizedSequence music = sequence.quantize(Grid.perQuarter(4));
 * for (PartMelodies part : MelodyExtractor.training().extract(music)) {
 *     part.melodies().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>In each part:
 * <ol>
 *   <li>A melody starts at the bar line before its first note, and ends with its last note, before a gap of silence. The next one
 *       is looked for from the next bar line on.
 *   <li>Several notes that start together are polyphony: the rest of the part is given up, or the highest is kept.
 *   <li>A note that starts while another sounds ends that one.
 *   <li>Then, in this order: too few bars, too many steps, truncation, too few pitch classes.
 * </ol>
 *
 * <p>Where Magenta refuses music of several meters, here each stretch of one meter has its own bars, and a melody is split where
 * the meter changes or goes on in the bars it began with, as the options say. Changes of tempo do not matter. All melodies of a
 * piece together have at most {@link Melody#MAX_LENGTH} steps.
 *
 * @param options what is taken for a melody
 */
public record MelodyExtractor(ExtractionOptions options) {
    private static final int FIRST_EFFECT = 96;
    private static final int LAST_EFFECT = 103;
    private static final int FIRST_UNPITCHED = 112;

    /**
     * An extractor with the options {@link ExtractionOptions#training()}.
     *
     * @return the extractor
     */
    public static MelodyExtractor training() {
        return new MelodyExtractor(ExtractionOptions.training());
    }

    /**
     * An extractor with the options {@link ExtractionOptions#generation()}.
     *
     * @return the extractor
     */
    public static MelodyExtractor generation() {
        return new MelodyExtractor(ExtractionOptions.generation());
    }

    /**
     * Finds the melodies of all parts.
     *
     * @param sequence the music, on a grid of steps per quarter note
     * @return for each part, in order, its melodies and the reasons why others are none
     * @throws IllegalArgumentException if the grid counts steps per second, which have no bars
     */
    public List<PartMelodies> extract(QuantizedSequence sequence) {
        List<MeterSection> sections = MeterSection.of(sequence);
        MelodyLimits limits = new MelodyLimits(options);
        List<PartMelodies> extracted = new ArrayList<>();
        for (QuantizedPart part : sequence.parts()) {
            extracted.add(new PartMelodies(extracted.size(), extract(part, sections, limits)));
        }
        return extracted;
    }

    private List<MelodyResult> extract(QuantizedPart part, List<MeterSection> sections, MelodyLimits limits) {
        if (part.notes().isEmpty()) {
            return rejected(Reason.NO_NOTES, "the part has no notes");
        }
        if (part.drums() && options.filterDrums()) {
            return rejected(Reason.DRUMS, "the part must not be drums, but is");
        }
        if (isUnpitched(part.program()) && options.filterUnpitched()) {
            return rejected(
                    Reason.UNPITCHED,
                    "program must be pitched, not " + FIRST_EFFECT + ".." + LAST_EFFECT + " or " + FIRST_UNPITCHED
                            + "..127, but was " + part.program());
        }
        return options.splitAtMeterChanges()
                ? scanEach(part.notes(), sections, limits)
                : PartScan.scan(limits, sections, part.notes());
    }

    private static List<MelodyResult> scanEach(
            List<QuantizedNote> notes, List<MeterSection> sections, MelodyLimits limits) {
        List<MelodyResult> results = new ArrayList<>();
        int from = 0;
        for (MeterSection section : sections) {
            List<QuantizedNote> within = new ArrayList<>();
            while (from < notes.size() && notes.get(from).startStep() < section.endStep()) {
                within.add(section.cut(notes.get(from)));
                from++;
            }
            results.addAll(PartScan.scan(limits, List.of(section), within));
        }
        return results;
    }

    private static boolean isUnpitched(int program) {
        return (program >= FIRST_EFFECT && program <= LAST_EFFECT) || program >= FIRST_UNPITCHED;
    }

    private static List<MelodyResult> rejected(Reason reason, String message) {
        return List.of(new Rejected(reason, 0, message));
    }
}
