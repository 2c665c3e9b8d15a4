package io.github.musicgen.api.codec;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyvae.DecoderLayers;
import io.github.musicgen.api.melodyvae.EncoderLayers;
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
    private static final String BAR_ENCODER = "barEncoderLayers";
    private static final String ENCODER_UNITS = "encoderUnits";
    private static final String ENCODER = "encoderLayers";
    private static final String CONDUCTOR = "conductorLayers";
    private static final String DECODER = "decoderLayers";

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
        putEncoder(fields, configuration.encoder());
        putLayers(fields, CONDUCTOR, configuration.decoder().conductor());
        putLayers(fields, DECODER, configuration.decoder().layers());
        fields.put("latentSize", new Json.Whole(configuration.latentSize()));
        return new Json.Fields(fields);
    }

    /** One layer is told by its units, as it was before there could be more. */
    private static void putEncoder(Map<String, Json> fields, EncoderLayers encoder) {
        putLayers(fields, BAR_ENCODER, encoder.ofBars());
        if (encoder.layers().size() == 1) {
            fields.put(ENCODER_UNITS, new Json.Whole(encoder.layers().get(0)));
        } else {
            putLayers(fields, ENCODER, encoder.layers());
        }
    }

    private static void putLayers(Map<String, Json> fields, String name, List<Integer> layers) {
        if (!layers.isEmpty()) {
            fields.put(
                    name,
                    new Json.Items(layers.stream().<Json>map(Json.Whole::new).toList()));
        }
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
        List<Integer> barEncoder = layers(place.optionalField(BAR_ENCODER));
        List<Integer> encoder = layers(place.optionalField(ENCODER));
        if (encoder.isEmpty()) {
            encoder = List.of(whole(place, ENCODER_UNITS, 1, MelodyRnnConfiguration.MAX_UNITS));
        }
        List<Integer> conductor = layers(place.optionalField(CONDUCTOR));
        List<Integer> decoder = layers(Optional.of(place.field(DECODER)));
        int latentSize = whole(place, "latentSize", 1, MelodyVaeConfiguration.MAX_LATENT_SIZE);
        try {
            return new MelodyVaeConfiguration(
                    name,
                    contents(place),
                    bars,
                    stepsPerQuarter,
                    new EncoderLayers(barEncoder, encoder),
                    new DecoderLayers(conductor, decoder),
                    latentSize);
        } catch (IllegalArgumentException e) {
            throw place.malformed("a configuration that can be", String.valueOf(e.getMessage()));
        }
    }

    private static List<Integer> layers(Optional<JsonPlace> place) throws MalformedModelException {
        List<Integer> layers = new ArrayList<>();
        if (place.isPresent()) {
            for (JsonPlace units : place.get().items()) {
                layers.add((int) units.whole(1, MelodyRnnConfiguration.MAX_UNITS));
            }
        }
        return layers;
    }

    private static int whole(JsonPlace place, String field, int least, int most) throws MalformedModelException {
        return (int) place.field(field).whole(least, most);
    }
}
