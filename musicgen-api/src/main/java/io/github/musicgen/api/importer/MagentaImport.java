package io.github.musicgen.api.importer;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnTensors;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.weights.WeightFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One import of somebody else's model. */
final class MagentaImport {
    private final Origin origin;
    private final ImportOptions options;
    private final List<String> warnings = new ArrayList<>();

    MagentaImport(Path path, WeightFile file, ImportOptions options) {
        this.origin = Origin.of(path, file);
        this.options = options;
    }

    ImportedModel<Bundle> model() throws MalformedModelException {
        Variables variables = new Variables(origin.name(), origin.file().tensors());
        refuseOtherKinds(variables);
        Network network = new NetworkReader(variables).read(attentionLength());
        warnings.addAll(network.warnings());
        TensorTable tensors = network.tensors();
        Optional<OwnExport> own = OwnExport.in(origin.file());
        MelodyRnnConfiguration configuration =
                own.isPresent() ? configuration(own.get(), tensors) : configuration(network);
        if (network.attention().isPresent()) {
            warnAboutAttentionLength();
        }
        warnings.addAll(Claims.contradicting(origin.file(), configuration));
        ModelCard card = own.isPresent() ? own.get().card(origin) : origin.card();
        return origin.imported(Bundle.of(configuration, tensors, card, SamplingOptions.DEFAULT), warnings);
    }

    /** What we exported tells key and grid, which tensors do not; they still decide whether it can be believed. */
    private MelodyRnnConfiguration configuration(OwnExport own, TensorTable tensors) throws MalformedModelException {
        MelodyRnnConfiguration configuration = own.configuration();
        tensors.schema().require(origin.name(), MelodyRnnTensors.schema(configuration));
        return configuration;
    }

    private void refuseOtherKinds(Variables variables) throws MalformedModelException {
        if (MusicVaeImport.isMusicVae(variables)) {
            throw notAMelodyModel("MusicVAE, which LatentModel loads");
        }
        if (variables.hasScope("rnn_nade")) {
            throw notAMelodyModel("Pianoroll RNN-NADE");
        }
    }

    private MelodyRnnConfiguration configuration(Network network) throws MalformedModelException {
        Optional<Family> family = Family.of(network.inputs(), network.classes());
        Optional<MelodyRnnConfiguration> ofTensors =
                family.isPresent() ? Optional.of(known(family.get())) : Optional.empty();
        Optional<MelodyRnnConfiguration> known = Claims.range(origin.file(), network.inputs(), network.classes())
                .filter(told -> !ofTensors.map(MagentaImport::range).equals(Optional.of(range(told))))
                .or(() -> ofTensors);
        if (known.isEmpty()) {
            throw variablesOfNoKnownModel(network);
        }
        return known.get().withCell(network.cell()).withLayers(network.layers()).withAttention(network.attention());
    }

    /** As many classes are as many pitches, but where they begin only a configuration tells. */
    private static List<Integer> range(MelodyRnnConfiguration configuration) {
        return List.of(configuration.minPitch(), configuration.maxPitch());
    }

    private MelodyRnnConfiguration known(Family family) throws MalformedModelException {
        return switch (family) {
            case BASIC -> MelodyRnnConfiguration.basicRnn();
            case MONO -> MelodyRnnConfiguration.monoRnn();
            case LOOKBACK -> MelodyRnnConfiguration.lookbackRnn();
            case ATTENTION -> MelodyRnnConfiguration.attentionRnn();
            default -> throw notAMelodyModel(family.words());
        };
    }

    private MalformedModelException notAMelodyModel(String found) {
        return new MalformedModelException(
                origin.name(),
                "a melody model (basic, mono, lookback or attention RNN)",
                "a model of the family " + found);
    }

    private MalformedModelException variablesOfNoKnownModel(Network network) {
        return new MalformedModelException(
                origin.name(),
                "inputs and classes of a melody model: 38 and 38, 130 and 130, 121 and 40, or 74 and 40",
                network.inputs() + " and " + network.classes());
    }

    private int attentionLength() {
        return options.attentionLength().orElse(origin.file().attentionLength().orElse(Attention.DEFAULT_LENGTH));
    }

    private void warnAboutAttentionLength() {
        OptionalInt asked = options.attentionLength();
        OptionalInt told = origin.file().attentionLength();
        if (asked.isPresent() && told.isPresent() && asked.getAsInt() != told.getAsInt()) {
            warnings.add("the file says that attention looks back " + told.getAsInt() + " steps; " + asked.getAsInt()
                    + " were asked for and are used");
        }
        if (asked.isEmpty() && told.isEmpty()) {
            warnings.add("the file does not tell how many steps attention looks back; " + Attention.DEFAULT_LENGTH
                    + " are assumed, as in all of Magenta's melody models");
        }
    }
}
