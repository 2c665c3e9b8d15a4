package io.github.musicgen.examples.web.model;

import io.github.musicgen.api.MelodyAttribute;
import io.github.musicgen.examples.web.json.Fields;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Of what melodies of a space shall have more or less than where they lie.
 *
 * @param strengths how many times each direction is gone, backwards if negative
 */
public record Leanings(Map<MelodyAttribute, Double> strengths) {
    /** What the tunes that come along tell a way to. Hardly one of them is syncopated, so that they tell none to more of that. */
    static final List<MelodyAttribute> ATTRIBUTES =
            List.of(MelodyAttribute.DENSITY, MelodyAttribute.PITCH, MelodyAttribute.MAJOR);

    /** Farther away no melody was learned. */
    public static final double MAX_STRENGTH = 2;

    /** Checks that nothing is missing; copies the map. */
    public Leanings {
        strengths = new EnumMap<>(strengths);
        if (!strengths.keySet().containsAll(ATTRIBUTES)) {
            throw new IllegalArgumentException(
                    "leanings must be given for all of " + labels() + ", but were " + strengths);
        }
    }

    /**
     * Reads what somebody sent.
     *
     * @param fields of which one is an object
     * @param name of that one
     * @return the strengths in it, 0 where there is none
     */
    public static Leanings read(Fields fields, String name) {
        Map<MelodyAttribute, Double> strengths = new EnumMap<>(MelodyAttribute.class);
        for (MelodyAttribute attribute : ATTRIBUTES) {
            strengths.put(attribute, 0.0);
        }
        fields.object(name).ifPresent(object -> {
            for (MelodyAttribute attribute : ATTRIBUTES) {
                object.number(label(attribute), -MAX_STRENGTH, MAX_STRENGTH)
                        .ifPresent(strength -> strengths.put(attribute, strength));
            }
            object.requireNoMore();
        });
        return new Leanings(strengths);
    }

    /**
     * What there can be more of.
     *
     * @return names of attributes
     */
    public static List<String> labels() {
        return ATTRIBUTES.stream().map(Leanings::label).toList();
    }

    private static String label(MelodyAttribute attribute) {
        return attribute.name().toLowerCase(Locale.ROOT);
    }

    /**
     * As they are sent.
     *
     * @return an object of all of them
     */
    public Map<String, @Nullable Object> toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (MelodyAttribute attribute : ATTRIBUTES) {
            json.put(label(attribute), strengths.get(attribute));
        }
        return json;
    }
}
