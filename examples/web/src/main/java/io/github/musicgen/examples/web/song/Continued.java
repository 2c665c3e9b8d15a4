package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.Line;
import io.github.musicgen.examples.web.line.LineNote;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A melody and how it goes on.
 *
 * @param model the name of the model
 * @param hash its fingerprint
 * @param seed what is drawn from
 * @param steps how long the continuation is
 * @param style how it sounds
 * @param primer the melody
 * @param primerSteps where the continuation begins
 * @param endOnTonic whether it comes home
 */
public record Continued(
        String model,
        String hash,
        long seed,
        int steps,
        SongStyle style,
        Line primer,
        int primerSteps,
        boolean endOnTonic)
        implements Original {
    static final String FORM = "continue";
    private static final int NUMBERS = 3; // of a note in a link: pitch, start and length

    /** Checks that there is a melody. */
    public Continued {
        if (primer.isSilent()) {
            throw Refusal.field("notes", "none", "a melody of at least one note");
        }
    }

    static Continued read(Fields fields, int maxSteps) {
        int primerSteps = fields.requiredWhole("primerSteps", 1, MAX_PRIMER_STEPS);
        return new Continued(
                fields.requiredText("model", 40),
                fields.requiredText("hash", 64),
                RecipeFields.seed(fields),
                fields.requiredWhole("steps", 1, maxSteps),
                RecipeFields.style(fields),
                readPrimer(fields, primerSteps),
                primerSteps,
                fields.truth("endOnTonic"));
    }

    private static Line readPrimer(Fields fields, int primerSteps) {
        int[] numbers = fields.wholes("primer", NUMBERS * MAX_PRIMER_NOTES, 0, Math.max(Pitch.MAX, MAX_PRIMER_STEPS));
        List<LineNote> notes = new ArrayList<>();
        for (int i = 0; i + NUMBERS <= numbers.length; i += NUMBERS) {
            int end = numbers[i + 1] + numbers[i + 2];
            if (numbers[i] > Pitch.MAX || numbers[i + 2] < 1 || end > primerSteps) {
                throw Refusal.field(
                        "primer",
                        numbers[i] + " from step " + numbers[i + 1] + " to " + end,
                        "notes of 0..127 in steps 0.." + primerSteps);
            }
            notes.add(new LineNote(numbers[i], Line.VELOCITY, numbers[i + 1], end));
        }
        return Line.of(notes);
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public Continued withSeed(long newSeed) {
        return new Continued(model, hash, newSeed, steps, style, primer, primerSteps, endOnTonic);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = Original.super.toJson();
        List<Integer> numbers = new ArrayList<>();
        for (LineNote note : primer.notes()) {
            numbers.addAll(List.of(note.pitch(), note.start(), note.end() - note.start()));
        }
        json.put("primer", numbers);
        json.put("primerSteps", primerSteps);
        json.put("endOnTonic", endOnTonic);
        return json;
    }
}
