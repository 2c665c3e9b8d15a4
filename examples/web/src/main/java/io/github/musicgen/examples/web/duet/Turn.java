package io.github.musicgen.examples.web.duet;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A phrase and its answer. Their steps count from the bar line where the turn begins.
 *
 * @param number counts turns from 1 on
 * @param tempo quarters a minute
 * @param phrase what the player played, perhaps nothing
 * @param answerStart where the answer begins
 * @param asking how it was wanted
 * @param answer its notes
 * @param made how many of its steps there are
 * @param complete whether those are all that were wanted
 */
record Turn(
        int number,
        double tempo,
        Line phrase,
        int answerStart,
        Asking asking,
        Line answer,
        int made,
        boolean complete) {
    private static final int NUMBERS = 4; // of a stored note

    /** A turn that is not answered yet. */
    static Turn asked(int number, double tempo, Line phrase, int answerStart, Asking asking) {
        return new Turn(number, tempo, phrase.until(answerStart), answerStart, asking, Line.SILENCE, 0, false);
    }

    /** The same turn with an answer, of which each event is a step. */
    Turn answered(Melody events) {
        Line line = Line.of(events, Line.VELOCITY).shifted(answerStart);
        return new Turn(
                number, tempo, phrase, answerStart, asking, line, events.length(), events.length() == asking.steps());
    }

    /** Whether it was asked by a question that has a name, and this is that question. */
    boolean answers(Asking question) {
        return asking.question().isPresent() && asking.question().equals(question.question());
    }

    /** Only the first steps of the answer. */
    Turn cut(int steps) {
        int kept = Math.min(steps, made);
        return new Turn(
                number,
                tempo,
                phrase,
                answerStart,
                asking,
                answer.until(answerStart + kept),
                kept,
                kept == asking.steps());
    }

    /** The same turn, not answered yet, and asked otherwise. */
    Turn asking(Asking newAsking) {
        return asked(number, tempo, phrase, answerStart, newAsking);
    }

    /** How long it is: it ends with a bar. */
    int length() {
        int bar = Melody.DEFAULT_STEPS_PER_BAR;
        return (answerStart + made + bar - 1) / bar * bar;
    }

    /** All its notes. */
    Line line() {
        return phrase.then(answer);
    }

    Map<String, @Nullable Object> toJson() {
        return Json.object(
                "turn", number,
                "tempo", tempo,
                "phrase", phrase.toJson(),
                "answerStart", answerStart,
                "answer", answer.toJson(),
                "steps", made,
                "model", asking.model(),
                "seed", asking.seed(),
                "key", asking.keyName(),
                "temperature", asking.temperature(),
                "complete", complete,
                "question", asking.question().orElse(null));
    }

    Map<String, @Nullable Object> toStored() {
        return Json.object(
                "turn", number,
                "tempo", tempo,
                "phrase", numbers(phrase),
                "answerStart", answerStart,
                "asking", asking.toStored(),
                "answer", numbers(answer),
                "made", made,
                "complete", complete);
    }

    static Turn ofStored(Fields fields) {
        return new Turn(
                fields.requiredWhole("turn", 1, Integer.MAX_VALUE),
                fields.number("tempo", 1, Double.MAX_VALUE).orElseThrow(),
                line(fields, "phrase"),
                fields.requiredWhole("answerStart", 0, Integer.MAX_VALUE),
                Asking.ofStored(fields.object("asking").orElseThrow()),
                line(fields, "answer"),
                fields.requiredWhole("made", 0, Integer.MAX_VALUE),
                fields.truth("complete"));
    }

    private static List<Integer> numbers(Line line) {
        List<Integer> numbers = new ArrayList<>();
        for (LineNote note : line.notes()) {
            numbers.addAll(List.of(note.pitch(), note.velocity(), note.start(), note.end()));
        }
        return numbers;
    }

    private static Line line(Fields fields, String name) {
        int[] numbers = fields.wholes(name, Integer.MAX_VALUE, Pitch.MIN, Integer.MAX_VALUE);
        List<LineNote> notes = new ArrayList<>();
        for (int i = 0; i + NUMBERS <= numbers.length; i += NUMBERS) {
            notes.add(new LineNote(numbers[i], numbers[i + 1], numbers[i + 2], numbers[i + 3]));
        }
        return new Line(notes);
    }
}
