package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recipe of what a band plays. */
public sealed interface BandRecipe extends SongRecipe permits BandComposed, Accompanied, Extended {
    @Override
    BandRecipe withSeed(long seed);

    /**
     * The band's fingerprint.
     *
     * @return as {@link io.github.musicgen.examples.web.model.Players#shortHash} tells it
     */
    String hash();

    /**
     * How it plays.
     *
     * @return the touch
     */
    BandTouch touch();

    /**
     * How fast.
     *
     * @return quarters a minute
     */
    double tempo();

    /**
     * What the band was given.
     *
     * @return how many steps of it come before the first that it plays alone
     */
    int givenSteps();

    /** The fields that come first in all of them. */
    default Map<String, @Nullable Object> common() {
        Map<String, @Nullable Object> json =
                Json.object("form", form(), "model", model(), "hash", hash(), "seed", seed());
        touch().putInto(json);
        return json;
    }
}
