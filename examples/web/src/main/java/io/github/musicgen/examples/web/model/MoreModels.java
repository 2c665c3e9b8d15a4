package io.github.musicgen.examples.web.model;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.examples.web.json.Json;
import io.github.musicgen.examples.web.json.Refusal;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The models that come in a jar of their own, which may be missing. Each is loaded when somebody first wants it: most servers are done
 * before anybody does.
 */
public final class MoreModels {
    /** The space of melodies. */
    public static final String SPACE = "two-bars";

    /** The band. */
    public static final String BAND = "arcade";

    private final Shelf<Space> space = new Shelf<>(() -> Space.of(SPACE, LatentModel.load(SPACE)));
    private final Shelf<Players> band = new Shelf<>(() -> new Players(BAND, Band.load(BAND)));

    /** Promises them. */
    public MoreModels() {}

    /** Where a model lies once it was loaded. */
    private static final class Shelf<T> {
        private final Supplier<T> loader;
        private @Nullable T loaded;

        Shelf(Supplier<T> loader) {
            this.loader = loader;
        }

        /** The library says which jar to add if it is not there. */
        synchronized T get() {
            if (loaded == null) {
                try {
                    loaded = loader.get();
                } catch (IllegalArgumentException e) {
                    throw Refusal.of(Refusal.CONFLICT, String.valueOf(e.getMessage()));
                }
            }
            return loaded;
        }
    }

    /**
     * The space of melodies.
     *
     * @return the space
     * @throws Refusal if its jar is missing
     */
    public Space space() {
        return space.get();
    }

    /**
     * The band.
     *
     * @return the band
     * @throws Refusal if its jar is missing
     */
    public Players band() {
        return band.get();
    }

    /**
     * The space that made something.
     *
     * @param name its name
     * @param shortHash its fingerprint
     * @return the space
     * @throws Refusal if its jar is missing, or it is another
     */
    public Space space(String name, String shortHash) {
        Models.requireMaker(SPACE, space().shortHash(), name, shortHash);
        return space();
    }

    /**
     * The band that made something.
     *
     * @param name its name
     * @param shortHash its fingerprint
     * @return the band
     * @throws Refusal if its jar is missing, or it is another
     */
    public Players band(String name, String shortHash) {
        Models.requireMaker(BAND, band().shortHash(), name, shortHash);
        return band();
    }

    /**
     * As they are sent.
     *
     * @return an object, which says what is missing if anything is
     */
    public Map<String, @Nullable Object> toJson() {
        try {
            return Json.object("missing", null, "space", space().toJson(), "band", band().toJson());
        } catch (Refusal missing) {
            return Json.object("missing", missing.getMessage(), "space", null, "band", null);
        }
    }
}
