package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.examples.web.model.Model;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.List;

/**
 * The melody of a file that somebody sent: of a long one the end.
 *
 * @param line its notes
 * @param tempo quarters a minute where it ends
 */
record UploadedMelody(Line line, double tempo) {
    /** A bar less than a link holds, because a cut may fall within a bar. */
    private static final int STEPS = SongRecipe.MAX_PRIMER_STEPS - Melody.DEFAULT_STEPS_PER_BAR;

    static UploadedMelody read(byte[] midi, Model model) {
        NoteSequence end = lastBars(UploadedMusic.read(midi));
        // A score tells the melody that the model would be shown, of the part that it would continue.
        Melody melody;
        try {
            melody = model.generator().score(end).melody();
        } catch (IllegalArgumentException e) {
            throw Refusal.of(Refusal.BAD, "the MIDI file must hold a melody, but " + e.getMessage());
        }
        return new UploadedMelody(line(melody), UploadedMusic.tempo(end));
    }

    private static NoteSequence lastBars(NoteSequence music) {
        long end = music.lastNoteEnd();
        long ticks = (long) STEPS * music.ticksPerQuarter() / Melody.DEFAULT_STEPS_PER_QUARTER;
        long bar = (long) Melody.DEFAULT_STEPS_PER_BAR * music.ticksPerQuarter() / Melody.DEFAULT_STEPS_PER_QUARTER;
        long start = Math.max(0, (end - ticks + bar - 1) / bar * bar);
        return start == 0 ? music : music.trim(start, end);
    }

    private static Line line(Melody melody) {
        List<LineNote> notes = Line.of(melody, Line.VELOCITY).notes();
        int most = Math.min(notes.size(), SongRecipe.MAX_PRIMER_NOTES);
        List<LineNote> last = notes.subList(notes.size() - most, notes.size());
        if (last.isEmpty()) {
            throw Refusal.of(Refusal.BAD, "the MIDI file must hold a melody, but has no note that lasts");
        }
        int bars = last.get(0).start() / Melody.DEFAULT_STEPS_PER_BAR;
        return new Line(last).shifted(-bars * Melody.DEFAULT_STEPS_PER_BAR).until(SongRecipe.MAX_PRIMER_STEPS);
    }
}
