package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A song of a band, from nothing.
 *
 * @param model the name of the band
 * @param hash its fingerprint
 * @param seed what is drawn from
 * @param steps how long it is
 * @param tempo quarters a minute
 * @param touch how it plays
 */
public record BandComposed(String model, String hash, long seed, int steps, double tempo, BandTouch touch)
        implements BandRecipe {
    static final String FORM = "band";

    static BandComposed read(Fields fields, int maxSteps) {
        return new BandComposed(
                fields.requiredText("model", 40),
                fields.requiredText("hash", 64),
                RecipeFields.seed(fields),
                fields.requiredWhole("steps", 1, maxSteps),
                RecipeFields.tempo(fields, SongStyle.USUAL_TEMPO),
                BandTouch.readAll(fields));
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public int givenSteps() {
        return 0;
    }

    @Override
    public int depth() {
        return 1;
    }

    @Override
    public BandComposed withSeed(long newSeed) {
        return new BandComposed(model, hash, newSeed, steps, tempo, touch);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = common();
        json.put("steps", steps);
        json.put("tempo", tempo);
        return json;
    }
}
