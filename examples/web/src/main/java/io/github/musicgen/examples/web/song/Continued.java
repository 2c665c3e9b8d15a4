package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.line.Line;
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
        return Line.of(LinkedLine.read(fields, "primer", MAX_PRIMER_NOTES, primerSteps, Line.VELOCITY));
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
        json.put("primer", LinkedLine.numbers(primer.notes()));
        json.put("primerSteps", primerSteps);
        json.put("endOnTonic", endOnTonic);
        return json;
    }
}
