package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Fields;
import io.github.musicgen.examples.web.json.Refusal;
import io.github.musicgen.examples.web.model.Density;
import java.util.Optional;

/** Fields that all recipes have. */
final class RecipeFields {
    private RecipeFields() {}

    static long seed(Fields fields) {
        return fields.seed("seed").orElseThrow(() -> Refusal.field("seed", null, "given"));
    }

    static double tempo(Fields fields, double otherwise) {
        return fields.number("tempo", SongStyle.MIN_TEMPO, SongStyle.MAX_TEMPO).orElse(otherwise);
    }

    /** That of a melody, for a band plays a song of its own, of which there is no part to make anew and none to play to. */
    static MelodyRecipe melody(String name, SongRecipe recipe) {
        if (recipe instanceof MelodyRecipe melody) {
            return melody;
        }
        throw Refusal.field(name, "one of the form " + recipe.form(), "that of a melody, not of a band's song");
    }

    /** A style that leaves nothing to a request's own default: links say everything. */
    static SongStyle style(Fields fields) {
        SongStyle nothingSaid = new SongStyle(SongStyle.USUAL_TEMPO, Optional.empty(), 1, Density.FREE, 0);
        return SongStyle.read(fields, nothingSaid);
    }
}
