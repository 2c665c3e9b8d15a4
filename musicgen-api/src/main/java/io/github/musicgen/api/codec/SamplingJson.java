package io.github.musicgen.api.codec;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.sampling.SamplingOptions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sampling options as JSON; a limit that there is not is left out. */
public final class SamplingJson {
    private static final String TEMPERATURE = "temperature";
    private static final String TOP_K = "topK";
    private static final String TOP_P = "topP";

    private SamplingJson() {}

    /**
     * Writes options.
     *
     * @param options the options
     * @return an object
     */
    public static Json.Fields of(SamplingOptions options) {
        Map<String, Json> fields = new LinkedHashMap<>();
        fields.put(TEMPERATURE, new Json.Real(options.temperature()));
        if (options.topK() != SamplingOptions.ALL) {
            fields.put(TOP_K, new Json.Whole(options.topK()));
        }
        if (options.topP() != 1) {
            fields.put(TOP_P, new Json.Real(options.topP()));
        }
        return new Json.Fields(fields);
    }

    /**
     * Reads options.
     *
     * @param place an object
     * @return the options
     * @throws MalformedModelException if it is none, or a value is out of bounds
     */
    public static SamplingOptions read(JsonPlace place) throws MalformedModelException {
        Optional<JsonPlace> topK = place.optionalField(TOP_K);
        Optional<JsonPlace> topP = place.optionalField(TOP_P);
        double temperature = place.field(TEMPERATURE).number();
        try {
            return new SamplingOptions(
                    temperature,
                    topK.isPresent() ? (int) topK.get().whole(1, SamplingOptions.ALL) : SamplingOptions.ALL,
                    topP.isPresent() ? topP.get().number() : 1);
        } catch (IllegalArgumentException e) {
            throw place.malformed("options within bounds", String.valueOf(e.getMessage()));
        }
    }
}
