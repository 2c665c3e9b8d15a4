package io.github.musicgen.api.codec;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The configuration of a space of melodies as JSON. */
public final class MelodyVaeJson {
    private static final int MAX_PITCH = 128;

    private MelodyVaeJson() {}

    /**
     * Writes a configuration.
     *
     * @param configuration the configuration
     * @return an object, the same for equal configurations to the byte
     */
    public static Json.Fields of(MelodyVaeConfiguration configuration) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put("name", new Json.Text(configuration.name()));
        fields.put("minPitch", new Json.Whole(configuration.minPitch()));
        fields.put("maxPitch", new Json.Whole(configuration.maxPitch()));
        fields.put("bars", new Json.Whole(configuration.bars()));
        fields.put("stepsPerQuarter", new Json.Whole(configuration.stepsPerQuarter()));
        fields.put("encoderUnits", new Json.Whole(configuration.encoderUnits()));
        fields.put(
                "decoderLayers",
                new Json.Items(configuration.decoderLayers().stream()
                        .<Json>map(Json.Whole::new)
                        .toList()));
        fields.put("latentSize", new Json.Whole(configuration.latentSize()));
        return new Json.Fields(fields);
    }

    /**
     * Reads a configuration.
     *
     * @param place an object
     * @return the configuration
     * @throws MalformedModelException if it is none
     */
    public static MelodyVaeConfiguration read(JsonPlace place) throws MalformedModelException {
        String name = place.field("name").text();
        int minPitch = whole(place, "minPitch", 0, MAX_PITCH);
        int maxPitch = whole(place, "maxPitch", 0, MAX_PITCH);
        int bars = whole(place, "bars", 1, MelodyVaeConfiguration.MAX_BARS);
        int stepsPerQuarter = whole(place, "stepsPerQuarter", 1, MelodyVaeConfiguration.MAX_STEPS_PER_QUARTER);
        int encoderUnits = whole(place, "encoderUnits", 1, MelodyRnnConfiguration.MAX_UNITS);
        List<Integer> decoderLayers = new ArrayList<>();
        for (JsonPlace units : place.field("decoderLayers").items()) {
            decoderLayers.add((int) units.whole(1, MelodyRnnConfiguration.MAX_UNITS));
        }
        int latentSize = whole(place, "latentSize", 1, MelodyVaeConfiguration.MAX_LATENT_SIZE);
        try {
            return new MelodyVaeConfiguration(
                    name, minPitch, maxPitch, bars, stepsPerQuarter, encoderUnits, decoderLayers, latentSize);
        } catch (IllegalArgumentException e) {
            throw place.malformed("a configuration that can be", String.valueOf(e.getMessage()));
        }
    }

    private static int whole(JsonPlace place, String field, int least, int most) throws MalformedModelException {
        return (int) place.field(field).whole(least, most);
    }
}
