package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.Band;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.examples.cli.output.Json;
import java.util.List;
import java.util.Optional;

/** Models as JSON, the same for every command that tells of one. */
public final class ModelJson {
    private ModelJson() {}

    /** Adds all that is known of a model. */
    public static Json describe(Json json, ModelBundle bundle) {
        ModelCard card = bundle.card();
        json.put("id", card.id()).put("description", card.description());
        if (bundle instanceof Bundle melodies) {
            describeNetwork(json, melodies);
        } else if (bundle instanceof MelodyVaeBundle space) {
            describeNetwork(json, space);
        } else if (bundle instanceof BandVaeBundle band) {
            describeNetwork(json, band);
        }
        return json.put("sha256", bundle.hash())
                .put("sampling", describe(bundle.sampling()))
                .put("license", card.license())
                .put("attribution", card.attribution())
                .put("provenance", card.provenance())
                .put("figures", card.figures());
    }

    private static void describeNetwork(Json json, Bundle bundle) {
        json.put("configuration", describe(bundle.configuration()))
                .put("layers", bundle.configuration().layers())
                .put("parameters", parameters(bundle));
    }

    private static void describeNetwork(Json json, MelodyVaeBundle space) {
        MelodyVaeConfiguration configuration = space.configuration();
        json.put("configuration", describe(configuration))
                .put("barEncoder", configuration.encoder().ofBars())
                .put("encoder", configuration.encoder().layers())
                .put("conductor", configuration.decoder().conductor())
                .put("decoder", configuration.decoder().layers())
                .put("latentSize", configuration.latentSize())
                .put("parameters", parameters(space));
    }

    private static void describeNetwork(Json json, BandVaeBundle band) {
        BandVaeConfiguration configuration = band.configuration();
        json.put(
                        "configuration",
                        new Json()
                                .put("name", configuration.name())
                                .put("steps", configuration.steps())
                                .put("stepsPerQuarter", configuration.stepsPerQuarter()))
                .put(
                        "instruments",
                        configuration.instruments().stream()
                                .map(BandInstrument::name)
                                .toList())
                .put("latentSize", configuration.latentSize())
                .put("parameters", parameters(band));
    }

    /** How many numbers training found. */
    static long parameters(ModelBundle bundle) {
        long parameters = 0;
        for (Tensor tensor : bundle.tensors()) {
            parameters += tensor.shape().values();
        }
        return parameters;
    }

    /** Tells which model it was, where the result is about something else. */
    public static Json name(Generator generator) {
        return name(generator.bundle().card(), generator.modelHash());
    }

    /** The same of a space. */
    public static Json name(LatentModel<?> space) {
        return name(space.bundle().card(), space.bundle().hash());
    }

    private static Json name(ModelCard card, String hash) {
        return new Json().put("id", card.id()).put("sha256", hash);
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
    public static Json golden(Json json, ModelBundle bundle) {
        Optional<List<String>> differences = differences(bundle);
        if (differences.isEmpty()) {
            return json.put("golden", "none");
        }
        return json.put("golden", differences.get().isEmpty() ? "verified" : "differs")
                .put("goldenDifferences", differences.get());
    }

    private static Optional<List<String>> differences(ModelBundle bundle) {
        if (bundle instanceof Bundle melodies) {
            return melodies.golden().map(told -> Generator.of(melodies).verify());
        }
        if (bundle instanceof MelodyVaeBundle space) {
            return space.golden().map(told -> LatentModel.ofAny(space).verify());
        }
        if (bundle instanceof BandVaeBundle band) {
            return band.golden().map(told -> Band.of(band).verify());
        }
        return Optional.empty();
    }

    private static Json describe(MelodyVaeConfiguration configuration) {
        Json json = new Json()
                .put("name", configuration.name())
                .put("contents", configuration.contents().plural())
                .put("bars", configuration.bars());
        if (configuration.contents() instanceof LatentContents.Melodies range) {
            json.put("minPitch", range.minPitch()).put("maxPitch", range.maxPitch());
        }
        return json.put("stepsPerQuarter", configuration.stepsPerQuarter());
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
