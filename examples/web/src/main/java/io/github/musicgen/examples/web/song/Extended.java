package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Music that a band goes on with, from its next bar line on.
 *
 * @param model the name of the band
 * @param hash its fingerprint
 * @param seed what is drawn from
 * @param steps how much follows
 * @param tempo quarters a minute
 * @param touch how it plays
 * @param given the music
 */
public record Extended(String model, String hash, long seed, int steps, double tempo, BandTouch touch, GivenMusic given)
        implements BandRecipe {
    static final String FORM = "extend";

    static Extended read(Fields fields, int maxSteps) {
        return new Extended(
                fields.requiredText("model", 40),
                fields.requiredText("hash", 64),
                RecipeFields.seed(fields),
                fields.requiredWhole("steps", 1, maxSteps),
                RecipeFields.tempo(fields, SongStyle.USUAL_TEMPO),
                BandTouch.readAll(fields),
                GivenMusic.readLinked(fields));
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public int givenSteps() {
        return given.steps();
    }

    @Override
    public int depth() {
        return 1;
    }

    @Override
    public Extended withSeed(long newSeed) {
        return new Extended(model, hash, newSeed, steps, tempo, touch, given);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = common();
        json.put("steps", steps);
        json.put("tempo", tempo);
        json.put("parts", given.linked());
        given.putSignatureInto(json);
        return json;
    }
}
