package io.github.musicgen.api.bundle;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from, and what may be done with it.
 *
 * @param id what it is called, such as {@code folk}
 * @param description in a sentence or two
 * @param license of the weights, an SPDX name if there is one, or empty
 * @param attribution whom to name, or empty
 * @param provenance how it was made, by name: the corpus, the seed, the steps, the library
 * @param figures what it was measured to do on music held out, by name
 */
public record ModelCard(
        String id,
        String description,
        String license,
        String attribution,
        Map<String, String> provenance,
        Map<String, Double> figures) {
    /** Copies the maps; sorts them by name. */
    public ModelCard {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the id of a model must not be blank, but was \"" + id + "\"");
        }
        provenance = Collections.unmodifiableMap(new TreeMap<>(provenance));
        figures = Collections.unmodifiableMap(new TreeMap<>(figures));
    }

    /**
     * A card that says nothing but a name.
     *
     * @param id what the model is called
     * @return the card
     */
    public static ModelCard of(String id) {
        return new ModelCard(id, "", "", "", Map.of(), Map.of());
    }
}
