package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.line.Line;

/**
 * A song from nothing, which ends on its tonic.
 *
 * @param model the name of the model
 * @param hash its fingerprint
 * @param seed what is drawn from
 * @param steps how long it is
 * @param style how it sounds
 */
public record Composed(String model, String hash, long seed, int steps, SongStyle style) implements Original {
    static final String FORM = "compose";

    static Composed read(Fields fields, int maxSteps) {
        return new Composed(
                fields.requiredText("model", 40),
                fields.requiredText("hash", 64),
                RecipeFields.seed(fields),
                fields.requiredWhole("steps", 1, maxSteps),
                RecipeFields.style(fields));
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public Line primer() {
        return Line.SILENCE;
    }

    @Override
    public int primerSteps() {
        return 0;
    }

    @Override
    public boolean endOnTonic() {
        return true;
    }

    @Override
    public Composed withSeed(long newSeed) {
        return new Composed(model, hash, newSeed, steps, style);
    }
}
