package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;

/** The way from events to notes. */
final class MelodyNotes {
    static final int VELOCITY = 100;

    private static final int USUAL_TICKS_PER_QUARTER = 480;
    private static final int[] DENOMINATORS = {4, 8, 16, 32, 64, 128, 256, 512, 1024, 2, 1}; // the most readable first

    private MelodyNotes() {}

    static List<QuantizedNote> of(Melody melody, int velocity) {
        List<QuantizedNote> notes = new ArrayList<>();
        int sounding = Melody.NOTE_OFF;
        int startStep = 0;
        for (int i = 0; i <= melody.length(); i++) {
            int event = i == melody.length() ? Melody.NOTE_OFF : melody.event(i);
            if (event == Melody.NO_EVENT) {
                continue;
            }
            int step = melody.startStep() + i;
            if (sounding >= Pitch.MIN) {
                notes.add(new QuantizedNote(sounding, velocity, startStep, step));
            }
            sounding = event;
            startStep = step;
        }
        return notes;
    }

    static NoteSequence toNoteSequence(Stretch<?> stretch, double quartersPerMinute) {
        int ticksPerStep = ticksPerStep(stretch.stepsPerQuarter());
        QuantizedPart part = stretch.toQuantizedPart();
        List<Note> notes = part.notes().stream()
                .map(note -> new Note(
                        note.pitch(),
                        note.velocity(),
                        (long) note.startStep() * ticksPerStep,
                        (long) note.endStep() * ticksPerStep))
                .toList();
        NoteSequence.Builder builder = NoteSequence.builder(ticksPerStep * stretch.stepsPerQuarter())
                .tempo(0, quartersPerMinute)
                .part(Part.builder(part.name())
                        .program(part.program())
                        .drums(part.drums())
                        .notes(notes)
                        .build());
        addTimeSignature(builder, stretch);
        return builder.build();
    }

    /** A whole number of ticks for each step, so that no note moves; close to the usual resolution. */
    private static int ticksPerStep(int stepsPerQuarter) {
        Ticks.requireResolution(stepsPerQuarter);
        return Math.max(1, USUAL_TICKS_PER_QUARTER / stepsPerQuarter);
    }

    private static void addTimeSignature(NoteSequence.Builder builder, Stretch<?> stretch) {
        long wholeNote = 4L * stretch.stepsPerQuarter(); // steps
        for (int denominator : DENOMINATORS) {
            long beats = (long) stretch.stepsPerBar() * denominator;
            if (beats % wholeNote == 0 && beats / wholeNote <= TimeSignature.MAX_NUMERATOR) {
                builder.timeSignature(0, (int) (beats / wholeNote), denominator);
                return;
            }
        }
    }
}
