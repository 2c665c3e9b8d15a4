package io.github.musicgen.examples.web.line;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.harmony.ScaleKind;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes one at a time, in order.
 *
 * @param notes none of which overlaps the next
 */
public record Line(List<LineNote> notes) {
    /** A line without notes. */
    public static final Line SILENCE = new Line(List.of());

    /** How hard notes are struck when nobody says. */
    public static final int VELOCITY = 90;

    private static final int MAX_VELOCITY = 127;

    /** Copies the list. */
    public Line {
        notes = List.copyOf(notes);
    }

    /**
     * The line in whatever was played: of notes struck together the highest, and each ends at the latest when the next one starts.
     *
     * @param played notes in any order
     * @return the line
     */
    public static Line of(List<LineNote> played) {
        List<LineNote> sorted = played.stream().sorted(LineNote.IN_TIME).toList();
        List<LineNote> line = new ArrayList<>();
        for (LineNote note : sorted) {
            int last = line.size() - 1;
            if (last >= 0 && line.get(last).end() > note.start()) {
                LineNote before = line.remove(last);
                if (before.start() < note.start()) {
                    line.add(before.endingAt(note.start()));
                }
            }
            line.add(note);
        }
        return new Line(line);
    }

    /**
     * The notes of a melody.
     *
     * @param melody whose first event is step 0
     * @param velocity of all of them
     * @return the line
     */
    public static Line of(Melody melody, int velocity) {
        List<LineNote> notes = new ArrayList<>();
        for (QuantizedNote note :
                melody.withStartStep(0).toQuantizedPart("", 0, velocity).notes()) {
            notes.add(new LineNote(note.pitch(), velocity, note.startStep(), note.endStep()));
        }
        return new Line(notes);
    }

    /**
     * Reads notes that somebody sent, in steps.
     *
     * @param fields of which one is a list of notes
     * @param name of that one
     * @param maxNotes how many there may be
     * @param maxSteps where the last must end
     * @return the line in them
     */
    public static Line read(Fields fields, String name, int maxNotes, int maxSteps) {
        List<LineNote> notes = new ArrayList<>();
        for (Fields note : fields.objects(name, maxNotes)) {
            note.requireOnly("pitch", "velocity", "start", "end");
            int start = note.requiredWhole("start", 0, maxSteps - 1);
            notes.add(new LineNote(pitch(note), velocity(note), start, note.requiredWhole("end", start + 1, maxSteps)));
        }
        return of(notes);
    }

    /**
     * Reads notes that somebody sent, in milliseconds.
     *
     * @param fields of which one is a list of notes
     * @param name of that one
     * @param maxNotes how many there may be
     * @param maxSteps where the last must end
     * @param stepMilliseconds how long a step is
     * @return the line in them, each note at least a step long
     */
    public static Line readMilliseconds(
            Fields fields, String name, int maxNotes, int maxSteps, double stepMilliseconds) {
        double max = maxSteps * stepMilliseconds;
        List<LineNote> notes = new ArrayList<>();
        for (Fields note : fields.objects(name, maxNotes)) {
            note.requireOnly("pitch", "velocity", "start", "end");
            double start = required(note, "start", 0, max);
            double end = required(note, "end", start, max);
            int first = (int) Math.min(maxSteps - 1L, Math.round(start / stepMilliseconds));
            int last = (int) Math.min(maxSteps, Math.round(end / stepMilliseconds));
            notes.add(new LineNote(pitch(note), velocity(note), first, Math.max(first + 1, last)));
        }
        return of(notes);
    }

    private static double required(Fields note, String name, double min, double max) {
        return note.number(name, min, max).orElseThrow(() -> Refusal.field(name, null, "given"));
    }

    /**
     * The pitch of a note that somebody sent.
     *
     * @param note its fields
     * @return its MIDI number
     */
    public static int pitch(Fields note) {
        return note.requiredWhole("pitch", Pitch.MIN, Pitch.MAX);
    }

    /**
     * How hard a note that somebody sent is struck.
     *
     * @param note its fields
     * @return what was said, or {@link #VELOCITY}
     */
    public static int velocity(Fields note) {
        return note.whole("velocity", 1, MAX_VELOCITY, VELOCITY);
    }

    /**
     * Whether there is nothing in it.
     *
     * @return whether it has no notes
     */
    public boolean isSilent() {
        return notes.isEmpty();
    }

    /**
     * Where it ends.
     *
     * @return the step after its last note; 0 if there is none
     */
    public int end() {
        return notes.isEmpty() ? 0 : notes.get(notes.size() - 1).end();
    }

    /**
     * The notes before a step; one that sounds there ends there.
     *
     * @param step the step
     * @return the line
     */
    public Line until(int step) {
        return new Line(notes.stream()
                .filter(note -> note.start() < step)
                .map(note -> note.endingAt(Math.min(note.end(), step)))
                .toList());
    }

    /**
     * The same line elsewhere.
     *
     * @param steps how much later
     * @return the line
     */
    public Line shifted(int steps) {
        return new Line(notes.stream().map(note -> note.shifted(steps)).toList());
    }

    /**
     * This line and then another, which starts where this one ends or later.
     *
     * @param next the other
     * @return both
     */
    public Line then(Line next) {
        List<LineNote> all = new ArrayList<>(notes);
        all.addAll(next.notes);
        return new Line(all);
    }

    /**
     * The key that its notes suit best, for who asks for one without naming it.
     *
     * @return a major key
     */
    public Scale bestKey() {
        return Scale.of(melody(end()).keyHistogram().bestKey(), ScaleKind.MAJOR);
    }

    /**
     * As a melody.
     *
     * @param steps how many, at least as many as it has
     * @return one event for each step
     */
    public Melody melody(int steps) {
        int[] events = new int[steps];
        Arrays.fill(events, Melody.NO_EVENT);
        for (LineNote note : notes) {
            if (note.end() < steps) {
                events[note.end()] = Melody.NOTE_OFF; // unless the next note starts there
            }
            events[note.start()] = note.pitch();
        }
        return Melody.of(events);
    }

    /**
     * As it is sent.
     *
     * @return a list of objects
     */
    public List<Map<String, @Nullable Object>> toJson() {
        return notes.stream().map(LineNote::toJson).toList();
    }
}
