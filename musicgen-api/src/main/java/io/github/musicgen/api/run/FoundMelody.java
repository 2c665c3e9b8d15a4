package io.github.musicgen.api.run;

import io.github.musicgen.representation.melody.ExtractionOptions;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.MelodyExtractor;
import io.github.musicgen.representation.melody.MelodyResult;
import io.github.musicgen.representation.melody.PartMelodies;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import io.github.musicgen.representation.time.Grid;
import java.util.List;
import java.util.Optional;

/**
 * The melody that somebody means who gives music.
 *
 * @param music the music itself, at a resolution that tells the steps of the melody apart
 * @param part which of its parts has the melody
 * @param melody that part on the grid
 */
public record FoundMelody(NoteSequence music, int part, Melody melody) {
    /**
     * Finds the melody.
     *
     * @param what the music is called in messages
     * @param given the music
     * @param part the name of the part, if it is not left to the choice
     * @param stepsPerQuarter the grid
     * @return the melody
     * @throws IllegalArgumentException if there is none
     */
    public static FoundMelody of(String what, NoteSequence given, Optional<String> part, int stepsPerQuarter) {
        NoteSequence music = fineEnough(given, stepsPerQuarter);
        QuantizedSequence quantized = music.quantize(Grid.perQuarter(stepsPerQuarter));
        int chosen = new PrimerPart(what, quantized).choose(part);
        return new FoundMelody(
                music,
                chosen,
                extract(what, quantized, chosen, MelodyExtractor.generation()).get(0));
    }

    /**
     * Finds the melody in music whose meter may change, and where it does, cuts it.
     *
     * @param what the music is called in messages
     * @param given the music
     * @param stepsPerQuarter the grid
     * @return a melody for each stretch of one meter that has notes, at least one
     * @throws IllegalArgumentException if there is none
     */
    public static List<Melody> ofEachMeter(String what, NoteSequence given, int stepsPerQuarter) {
        QuantizedSequence quantized = fineEnough(given, stepsPerQuarter).quantize(Grid.perQuarter(stepsPerQuarter));
        int chosen = new PrimerPart(what, quantized).choose(Optional.empty());
        ExtractionOptions cut = ExtractionOptions.generation().toBuilder()
                .splitAtMeterChanges(true)
                .build();
        return extract(what, quantized, chosen, new MelodyExtractor(cut));
    }

    /** Where a step is shorter than a tick, ticks are divided; elsewhere not one of them changes. */
    static NoteSequence fineEnough(NoteSequence music, int stepsPerQuarter) {
        int resolution = music.ticksPerQuarter();
        return resolution >= stepsPerQuarter ? music : music.withResolution(resolution * stepsPerQuarter);
    }

    private static List<Melody> extract(String what, QuantizedSequence music, int part, MelodyExtractor extractor) {
        NoteSequence outline = music.outline();
        QuantizedSequence alone = new QuantizedSequence(
                music.grid(),
                outline.withParts(List.of(outline.parts().get(part))),
                List.of(music.parts().get(part)));
        PartMelodies found = extractor.extract(alone).get(0);
        if (found.melodies().isEmpty()) {
            throw new IllegalArgumentException(what + " must have a melody in its part " + (part + 1)
                    + ", but had none: " + reason(found.results().get(0)));
        }
        return found.melodies();
    }

    private static String reason(MelodyResult result) {
        return result instanceof MelodyResult.Rejected rejected ? rejected.message() : result.toString();
    }
}
