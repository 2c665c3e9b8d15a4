package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that decides a song. The same recipe makes the same notes wherever the model is the same. */
public sealed interface SongRecipe permits MelodyRecipe, BandRecipe {
    /** The most notes of a melody that is continued. */
    int MAX_PRIMER_NOTES = 256;

    /** The most steps of a melody that is continued: 32 bars. */
    int MAX_PRIMER_STEPS = 512;

    /** How often a song can be varied, and the variation, and so on. */
    int MAX_DEPTH = 16;

    /** All kinds of recipes. */
    List<String> FORMS = List.of(
            Composed.FORM,
            Continued.FORM,
            Blended.FORM,
            Varied.FORM,
            BandComposed.FORM,
            Accompanied.FORM,
            Extended.FORM);

    /**
     * What is drawn from.
     *
     * @return the seed
     */
    long seed();

    /**
     * The same song but for what is drawn from.
     *
     * @param seed the new seed
     * @return the recipe
     */
    SongRecipe withSeed(long seed);

    /**
     * The model.
     *
     * @return its name
     */
    String model();

    /**
     * What kind of recipe it is.
     *
     * @return the last part of the address that takes its options
     */
    String form();

    /** As a link holds it: every field, always in this order. */
    Map<String, @Nullable Object> toJson();

    /** How many recipes lie within each other. */
    int depth();

    /** Reads what {@link #toJson} wrote. */
    static SongRecipe read(Fields fields, int maxSteps) {
        String form = fields.requiredText("form", 20);
        SongRecipe recipe = switch (form) {
            case Composed.FORM -> Composed.read(fields, maxSteps);
            case Continued.FORM -> Continued.read(fields, maxSteps);
            case Blended.FORM -> Blended.read(fields, maxSteps);
            case Varied.FORM -> Varied.read(fields, maxSteps);
            case BandComposed.FORM -> BandComposed.read(fields, maxSteps);
            case Accompanied.FORM -> Accompanied.read(fields, maxSteps);
            case Extended.FORM -> Extended.read(fields, maxSteps);
            default -> throw Refusal.field("form", form, "one of " + String.join(", ", FORMS));
        };
        fields.requireNoMore();
        if (recipe.depth() > MAX_DEPTH) {
            throw Refusal.field("variations of variations", recipe.depth(), "at most " + MAX_DEPTH + " deep");
        }
        return recipe;
    }
}
