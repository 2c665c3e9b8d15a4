package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A melody that a band plays to, from its beginning to its end.
 *
 * @param model the name of the band
 * @param hash its fingerprint
 * @param seed what is drawn from
 * @param touch how it plays
 * @param of the melody
 */
public record Accompanied(String model, String hash, long seed, BandTouch touch, MelodyRecipe of)
        implements BandRecipe {
    static final String FORM = "accompany";

    static Accompanied read(Fields fields, int maxSteps) {
        Fields of = fields.object("of").orElseThrow(() -> Refusal.field("of", null, "given"));
        return new Accompanied(
                fields.requiredText("model", 40),
                fields.requiredText("hash", 64),
                RecipeFields.seed(fields),
                BandTouch.readAll(fields),
                RecipeFields.melody("of", SongRecipe.read(of, maxSteps)));
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public double tempo() {
        return of.original().style().tempo();
    }

    @Override
    public int givenSteps() {
        return 0;
    }

    @Override
    public int depth() {
        return of.depth() + 1;
    }

    @Override
    public Accompanied withSeed(long newSeed) {
        return new Accompanied(model, hash, newSeed, touch, of);
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = common();
        json.put("of", of.toJson());
        return json;
    }
}
