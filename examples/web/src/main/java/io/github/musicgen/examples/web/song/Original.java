package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.line.Line;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recipe that varies nothing. */
public sealed interface Original extends MelodyRecipe permits Composed, Continued, Blended {
    @Override
    String model();

    @Override
    Original withSeed(long seed);

    /**
     * The model's fingerprint.
     *
     * @return as {@link io.github.musicgen.examples.web.model.Model#shortHash} tells it
     */
    String hash();

    /**
     * How it sounds.
     *
     * @return the style
     */
    SongStyle style();

    /**
     * How much is made.
     *
     * @return steps
     */
    int steps();

    /**
     * What is continued.
     *
     * @return a line, silent if there is nothing
     */
    Line primer();

    /**
     * How long that is.
     *
     * @return steps before the first that is made
     */
    int primerSteps();

    /**
     * Whether it comes home.
     *
     * @return whether its last note is the tonic
     */
    boolean endOnTonic();

    @Override
    default Original original() {
        return this;
    }

    @Override
    default int depth() {
        return 1;
    }

    @Override
    default Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json =
                Json.object("form", form(), "model", model(), "hash", hash(), "seed", seed(), "steps", steps());
        style().putInto(json);
        return json;
    }
}
