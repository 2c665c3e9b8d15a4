package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.examples.cli.output.Json;
import java.util.List;

/** Models as JSON, the same for every command that tells of one. */
public final class ModelJson {
    private ModelJson() {}

    /** Adds all that is known of a model. */
    public static Json describe(Json json, Bundle bundle) {
        ModelCard card = bundle.card();
        return json.put("id", card.id())
                .put("description", card.description())
                .put("configuration", describe(bundle.configuration()))
                .put("layers", bundle.configuration().layers())
                .put("parameters", bundle.model(Engine.portable()).network().parameterCount())
                .put("sha256", bundle.hash())
                .put("sampling", describe(bundle.sampling()))
                .put("license", card.license())
                .put("attribution", card.attribution())
                .put("provenance", card.provenance())
                .put("figures", card.figures());
    }

    /** Tells which model it was, where the result is about something else. */
    public static Json name(Generator generator) {
        return new Json().put("id", generator.bundle().card().id()).put("sha256", generator.modelHash());
    }

    public static Json describe(SamplingOptions sampling) {
        Json json = new Json().put("temperature", sampling.temperature());
        if (sampling.topK() != SamplingOptions.ALL) {
            json.put("topK", sampling.topK());
        }
        if (sampling.topP() != SamplingOptions.DEFAULT.topP()) {
            json.put("topP", sampling.topP());
        }
        return json;
    }

    /** Adds whether the model answers as it did when its file was made. */
    public static Json golden(Json json, Bundle bundle) {
        if (bundle.golden().isEmpty()) {
            return json.put("golden", "none");
        }
        List<String> differences = Generator.of(bundle).verify();
        return json.put("golden", differences.isEmpty() ? "verified" : "differs")
                .put("goldenDifferences", differences);
    }

    private static Json describe(MelodyRnnConfiguration configuration) {
        Json json = new Json()
                .put("name", configuration.name())
                .put("encoding", configuration.input().word())
                .put("minPitch", configuration.minPitch())
                .put("maxPitch", configuration.maxPitch());
        configuration.key().ifPresent(key -> json.put("key", key));
        json.put("stepsPerQuarter", configuration.stepsPerQuarter())
                .put("cell", configuration.cell().word());
        configuration.attention().ifPresent(attention -> json.put("attention", describe(attention)));
        return json;
    }

    private static Json describe(Attention attention) {
        return new Json()
                .put("length", attention.length())
                .put("scope", attention.scope().word());
    }
}
