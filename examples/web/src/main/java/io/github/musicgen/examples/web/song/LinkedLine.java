package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.List;

/** Notes as links hold them: of each its pitch, its start and its length. */
final class LinkedLine {
    private static final int NUMBERS = 3;

    private LinkedLine() {}

    static List<Integer> numbers(List<LineNote> notes) {
        List<Integer> numbers = new ArrayList<>();
        for (LineNote note : notes) {
            numbers.addAll(List.of(note.pitch(), note.start(), note.end() - note.start()));
        }
        return numbers;
    }

    static List<LineNote> read(Fields fields, String name, int maxNotes, int maxSteps, int velocity) {
        int[] numbers = fields.wholes(name, NUMBERS * maxNotes, 0, Math.max(Pitch.MAX, maxSteps));
        if (numbers.length % NUMBERS != 0) {
            throw Refusal.field(name, numbers.length + " numbers", "a pitch, a start and a length of each note");
        }
        List<LineNote> notes = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += NUMBERS) {
            int end = numbers[i + 1] + numbers[i + 2];
            if (numbers[i] > Pitch.MAX || numbers[i + 2] < 1 || end > maxSteps) {
                throw Refusal.field(
                        name,
                        numbers[i] + " from step " + numbers[i + 1] + " to " + end,
                        "notes of 0..127 in steps 0.." + maxSteps);
            }
            notes.add(new LineNote(numbers[i], velocity, numbers[i + 1], end));
        }
        return notes;
    }
}
