package io.github.musicgen.api.codec;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyInput;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The configuration of a melody model as JSON. */
public final class ConfigurationJson {
    private static final int MAX_PITCH = 128;
    private static final int MAX_STEPS_PER_QUARTER = 96;

    private ConfigurationJson() {}

    /**
     * Writes a configuration.
     *
     * @param configuration the configuration
     * @return an object, the same for equal configurations to the byte
     */
    public static Json.Fields of(MelodyRnnConfiguration configuration) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("name", new Json.Text(configuration.name()));
        fields.put("encoding", new Json.Text(configuration.input().word()));
        fields.put("minPitch", new Json.Whole(configuration.minPitch()));
        fields.put("maxPitch", new Json.Whole(configuration.maxPitch()));
        configuration.key().ifPresent(key -> fields.put("key", new Json.Whole(key)));
        fields.put("stepsPerQuarter", new Json.Whole(configuration.stepsPerQuarter()));
        fields.put("cell", new Json.Text(configuration.cell().word()));
        fields.put(
                "layers",
                new Json.Items(configuration.layers().stream()
                        .<Json>map(Json.Whole::new)
                        .toList()));
        configuration.attention().ifPresent(attention -> fields.put("attention", of(attention)));
        return new Json.Fields(fields);
    }

    private static Json of(Attention attention) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("length", new Json.Whole(attention.length()));
        fields.put("scope", new Json.Text(attention.scope().word()));
        return new Json.Fields(fields);
    }

    /**
     * Reads a configuration.
     *
     * @param place an object
     * @return the configuration
     * @throws MalformedModelException if it is none
     */
    public static MelodyRnnConfiguration read(JsonPlace place) throws MalformedModelException {
        Optional<JsonPlace> key = place.optionalField("key");
        Optional<JsonPlace> attention = place.optionalField("attention");
        List<Integer> layers = new ArrayList<>();
        for (JsonPlace units : place.field("layers").items()) {
            layers.add((int) units.whole(1, MelodyRnnConfiguration.MAX_UNITS));
        }
        String name = place.field("name").text();
        MelodyInput input = oneOf(place.field("encoding"), MelodyInput.values(), MelodyInput::word);
        int minPitch = (int) place.field("minPitch").whole(0, MAX_PITCH);
        int maxPitch = (int) place.field("maxPitch").whole(0, MAX_PITCH);
        int stepsPerQuarter = (int) place.field("stepsPerQuarter").whole(1, MAX_STEPS_PER_QUARTER);
        CellKind cell = oneOf(place.field("cell"), CellKind.values(), CellKind::word);
        try {
            return new MelodyRnnConfiguration(
                    name,
                    input,
                    minPitch,
                    maxPitch,
                    key.isPresent() ? OptionalInt.of((int) key.get().whole(0, 11)) : OptionalInt.empty(),
                    stepsPerQuarter,
                    cell,
                    layers,
                    attention.isPresent() ? Optional.of(attention(attention.get())) : Optional.empty());
        } catch (IllegalArgumentException e) {
            throw place.malformed("a configuration that can be", String.valueOf(e.getMessage()));
        }
    }

    private static Attention attention(JsonPlace place) throws MalformedModelException {
        return new Attention(
                (int) place.field("length").whole(1, Attention.MAX_LENGTH),
                oneOf(place.field("scope"), Attention.Scope.values(), Attention.Scope::word));
    }

    private static <T> T oneOf(JsonPlace place, T[] values, Function<T, String> word) throws MalformedModelException {
        String text = place.text();
        for (T value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        throw place.malformed("one of " + Arrays.stream(values).map(word).toList(), "\"" + text + "\"");
    }
}
