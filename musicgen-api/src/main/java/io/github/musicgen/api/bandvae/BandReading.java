package io.github.musicgen.api.bandvae;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Music on the grid of a band, and who of the band plays what in it.
 *
 * @param lead by how many steps the first bar is too short
 * @param endStep where the last note ends
 * @param notes of each instrument
 */
record BandReading(int lead, int endStep, List<List<QuantizedNote>> notes) {
    private static final double QUARTERS_PER_BAR = 4;

    static BandReading of(NoteSequence music, BandVaeConfiguration configuration) {
        return read(music, configuration, BandInstrument::plays);
    }

    /** The first instrument plays all but the drums. */
    static BandReading ofMelody(NoteSequence melody, BandVaeConfiguration configuration) {
        BandInstrument first = configuration.instruments().get(0);
        return read(melody, configuration, (instrument, part) -> instrument.equals(first) && !part.drums());
    }

    private static BandReading read(
            NoteSequence music, BandVaeConfiguration configuration, BiPredicate<BandInstrument, QuantizedPart> isIts) {
        requireMeter(music);
        QuantizedSequence quantized = music.quantize(Grid.perQuarter(configuration.stepsPerQuarter()));
        List<List<QuantizedNote>> notes = configuration.instruments().stream()
                .map(instrument -> quantized.parts().stream()
                        .filter(part -> isIts.test(instrument, part))
                        .flatMap(part -> part.notes().stream())
                        .toList())
                .toList();
        return new BandReading(lead(music, configuration), quantized.endStep(), notes);
    }

    /** By how much the first bar is too short, because the signature is written again where the second begins. */
    private static int lead(NoteSequence music, BandVaeConfiguration configuration) {
        double quarters = (double) music.meterMap().barStart(1) / music.ticksPerQuarter();
        long missing = Math.round((QUARTERS_PER_BAR - quarters) * configuration.stepsPerQuarter());
        return (int) (missing % configuration.stepsPerBar());
    }

    /** The first bar may be shorter, as many files write the beats before the first whole one; behind the notes bars may be of any length. */
    private static void requireMeter(NoteSequence music) {
        long end = music.lastNoteEnd();
        for (TimeSignature signature : music.meterMap().timeSignatures()) {
            boolean fits = signature.quartersPerBar() == QUARTERS_PER_BAR
                    || (signature.tick() == 0 && isUpbeat(signature, music.meterMap()));
            if (!fits && (signature.tick() == 0 || signature.tick() < end)) {
                throw new IllegalArgumentException("a band plays bars of 4 quarters, but bar "
                        + (music.meterMap().barAt(signature.tick()) + 1) + " of the music was in "
                        + signature.name());
            }
        }
    }

    private static boolean isUpbeat(TimeSignature first, MeterMap meters) {
        return first.quartersPerBar() < QUARTERS_PER_BAR
                && meters.timeSignatures().size() > 1
                && meters.timeSignatures().get(1).tick() == meters.barStart(1);
    }
}
