package io.github.musicgen.examples.web.song;

import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has to be sent to get a song again. */
final class SongOptions {
    private SongOptions() {}

    static Map<String, @Nullable Object> of(SongRecipe recipe) {
        if (recipe instanceof Composed composed) {
            return composed(composed);
        }
        if (recipe instanceof Continued continued) {
            return continued(continued);
        }
        if (recipe instanceof Blended blended) {
            return blended(blended);
        }
        if (recipe instanceof BandRecipe band) {
            return played(band);
        }
        Varied varied = (Varied) recipe;
        return Json.object("token", SongToken.of(varied.of()), "percent", varied.percent(), "seed", varied.seed());
    }

    private static Map<String, @Nullable Object> composed(Composed recipe) {
        SongStyle style = recipe.style();
        return Json.object(
                "model", recipe.model(),
                "bars", recipe.steps() / Melody.DEFAULT_STEPS_PER_BAR,
                "tonic", style.key().map(SongOptions::tonic).orElse(null),
                "mode", style.key().map(key -> key.kind().label()).orElse(null),
                "tempo", style.tempo(),
                "instrument", style.instrument(),
                "temperature", style.temperature(),
                "density", style.density().label(),
                "seed", recipe.seed());
    }

    private static String tonic(Scale key) {
        return key.name().split(" ", 2)[0];
    }

    private static Map<String, @Nullable Object> blended(Blended recipe) {
        Map<String, @Nullable Object> options = Json.object("seed", recipe.seed());
        recipe.style().putInto(options);
        options.put("from", recipe.from().toJson());
        options.put("to", recipe.to().toJson());
        options.put("way", recipe.way());
        options.put("more", recipe.more().toJson());
        return options;
    }

    private static Map<String, @Nullable Object> played(BandRecipe recipe) {
        Map<String, @Nullable Object> options = Json.object("seed", recipe.seed());
        recipe.touch().putInto(options);
        if (recipe instanceof Accompanied accompanied) {
            options.put("token", SongToken.of(accompanied.of()));
        } else {
            options.put("tempo", recipe.tempo());
        }
        if (recipe instanceof BandComposed composed) {
            options.put("bars", composed.steps() / Melody.DEFAULT_STEPS_PER_BAR);
        } else if (recipe instanceof Extended extended) {
            options.put("bars", extended.steps() / Melody.DEFAULT_STEPS_PER_BAR);
            options.put("notes", extended.given().toJson());
            extended.given().putSignatureInto(options);
        }
        return options;
    }

    private static Map<String, @Nullable Object> continued(Continued recipe) {
        Map<String, @Nullable Object> options = Json.object("model", recipe.model(), "seed", recipe.seed());
        recipe.style().putInto(options);
        options.put("notes", recipe.primer().toJson());
        options.put("primerSteps", recipe.primerSteps());
        options.put("steps", recipe.steps());
        options.put("endOnTonic", recipe.endOnTonic());
        return options;
    }
}
