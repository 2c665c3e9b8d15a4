package io.github.musicgen.examples.web.song;

import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.examples.web.model.Players;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.time.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Music of a file that somebody sent, for a band to go on with: of a long one the last bars, as many whole ones as a link holds.
 *
 * @param given its notes, and its key signature
 * @param tempo quarters a minute where it ends
 */
record UploadedBand(GivenMusic given, double tempo) {
    static UploadedBand read(byte[] midi, Players band) {
        NoteSequence end = lastBars(UploadedMusic.read(midi));
        if (BandRolls.of(end, band.band().configuration()).isSilent()) { // refuses other meters, too
            throw Refusal.of(
                    Refusal.BAD,
                    "the MIDI file must have a note of one of "
                            + band.instruments().stream()
                                    .map(BandInstrument::name)
                                    .collect(Collectors.joining(", ")) + ", but has none");
        }
        GivenMusic given = new GivenMusic(asManyBarsAsFit(parts(end, band)), signature(end));
        return new UploadedBand(given, UploadedMusic.tempo(end));
    }

    private static Optional<Scale> signature(NoteSequence music) {
        return music.keySignatures().stream().reduce((earlier, later) -> later).map(Scale::of);
    }

    /** From a bar line on, as the meters of the file have it. */
    private static NoteSequence lastBars(NoteSequence music) {
        long end = music.lastNoteEnd();
        if (end == 0) {
            return music;
        }
        long last = music.meterMap().barAt(end - 1);
        long bars = GivenMusic.MAX_STEPS / Melody.DEFAULT_STEPS_PER_BAR;
        return music.trim(music.meterMap().barStart(Math.max(0, last - bars + 1)), end);
    }

    private static List<List<LineNote>> parts(NoteSequence music, Players band) {
        List<List<LineNote>> parts = new ArrayList<>();
        for (BandInstrument instrument : band.instruments()) {
            List<LineNote> notes = new ArrayList<>();
            for (QuantizedPart part : music.quantize(Grid.perQuarter(Melody.DEFAULT_STEPS_PER_QUARTER))
                    .parts()) {
                if (instrument.plays(part)) {
                    part.notes().stream()
                            .filter(note -> note.startStep() < GivenMusic.MAX_STEPS)
                            .forEach(note -> notes.add(note(note)));
                }
            }
            parts.add(notes);
        }
        return parts;
    }

    private static LineNote note(QuantizedNote note) {
        int end = Math.min(note.endStep(), GivenMusic.MAX_STEPS);
        return new LineNote(note.pitch(), note.velocity(), note.startStep(), end);
    }

    /** Whole bars of the end; what sounds where they begin is left out. */
    private static List<List<LineNote>> asManyBarsAsFit(List<List<LineNote>> parts) {
        int bar = Melody.DEFAULT_STEPS_PER_BAR;
        List<List<LineNote>> kept = parts;
        int first = 0;
        while (count(kept) > GivenMusic.MAX_NOTES && first + bar < GivenMusic.MAX_STEPS) {
            first += bar;
            kept = from(parts, first);
        }
        return count(kept) == 0 ? parts : kept; // a last bar of held notes alone, after one that is too full
    }

    private static int count(List<List<LineNote>> parts) {
        return parts.stream().mapToInt(List::size).sum();
    }

    private static List<List<LineNote>> from(List<List<LineNote>> parts, int first) {
        return parts.stream()
                .map(notes -> notes.stream()
                        .filter(note -> note.start() >= first)
                        .map(note -> note.shifted(-first))
                        .toList())
                .toList();
    }
}
