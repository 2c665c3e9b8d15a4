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

    /** A style that leaves nothing to a request's own default: links say everything. */
    static SongStyle style(Fields fields) {
        SongStyle nothingSaid = new SongStyle(SongStyle.USUAL_TEMPO, Optional.empty(), 1, Density.FREE, 0);
        return SongStyle.read(fields, nothingSaid);
    }
}
