package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.representation.melody.Melody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A song of which a part is made anew.
 *
 * @param of the song
 * @param percent how much of it
 * @param seed what is drawn from
 */
public record Varied(MelodyRecipe of, int percent, long seed) implements MelodyRecipe {
    static final String FORM = "vary";

    static Varied read(Fields fields, int maxSteps) {
        Fields of = fields.object("of").orElseThrow(() -> Refusal.field("of", null, "given"));
        return new Varied(
                RecipeFields.melody("of", SongRecipe.read(of, maxSteps)),
                fields.requiredWhole("percent", 1, 100),
                RecipeFields.seed(fields));
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public Varied withSeed(long newSeed) {
        return new Varied(of, percent, newSeed);
    }

    @Override
    public Original original() {
        return of.original();
    }

    @Override
    public int depth() {
        return of.depth() + 1;
    }

    @Override
    public Map<String, @Nullable Object> toJson() {
        return Json.object("form", FORM, "of", of.toJson(), "percent", percent, "seed", seed);
    }

    /** How many beats of a song are made anew: at least one. */
    int beats(int ofBeats) {
        return Math.max(1, (int) Math.round(ofBeats * percent / 100.0));
    }

    /** How many beats that many steps touch. */
    static int beatsIn(int steps) {
        return (steps + Melody.DEFAULT_STEPS_PER_QUARTER - 1) / Melody.DEFAULT_STEPS_PER_QUARTER;
    }
}
