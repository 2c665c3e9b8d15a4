package io.github.musicgen.api.codec;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configuration of a space of melodies or of drums as JSON. */
public final class MelodyVaeJson {
    private static final String CONTENTS = "contents";
    private static final String DRUMS = "drums";
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
        putContents(fields, configuration.contents());
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

    /** Melodies are told by their range alone. */
    private static void putContents(Map<String, Json> fields, LatentContents contents) {
        if (contents instanceof LatentContents.Melodies melodies) {
            fields.put("minPitch", new Json.Whole(melodies.minPitch()));
            fields.put("maxPitch", new Json.Whole(melodies.maxPitch()));
        } else {
            fields.put(CONTENTS, new Json.Text(DRUMS));
        }
    }

    private static LatentContents contents(JsonPlace place) throws MalformedModelException {
        Optional<JsonPlace> told = place.optionalField(CONTENTS);
        if (told.isEmpty()) {
            return new LatentContents.Melodies(
                    whole(place, "minPitch", 0, MAX_PITCH), whole(place, "maxPitch", 0, MAX_PITCH));
        }
        if (!told.get().text().equals(DRUMS)) {
            throw told.get()
                    .malformed(
                            "\"" + DRUMS + "\", or none for melodies",
                            told.get().text());
        }
        return new LatentContents.Drums();
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
                    name, contents(place), bars, stepsPerQuarter, encoderUnits, decoderLayers, latentSize);
        } catch (IllegalArgumentException e) {
            throw place.malformed("a configuration that can be", String.valueOf(e.getMessage()));
        }
    }

    private static int whole(JsonPlace place, String field, int least, int most) throws MalformedModelException {
        return (int) place.field(field).whole(least, most);
    }
}
