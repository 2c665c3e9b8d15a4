package io.github.musicgen.api.importer;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.weights.WeightFile;
import io.github.musicgen.representation.melody.Melody;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** One import of somebody else's space of melodies. */
final class MusicVaeImport {
    private static final int SPECIAL_CLASSES = 2;
    private static final int TWO_BARS = 2;
    private static final int SIXTEEN_BARS = 16;
    private static final String CONVERTER = "dataConverter";
    private static final String MELODY_CONVERTER = "MelodyConverter";

    private final String name;
    private final WeightFile file;
    private final List<String> warnings = new ArrayList<>();

    MusicVaeImport(Path path, WeightFile file) {
        this.name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        this.file = file;
    }

    ImportedModel<MelodyVaeBundle> model() throws MalformedModelException {
        Variables variables = new Variables(name, file.tensors());
        refuseOtherKinds(variables);
        MusicVaeReader reader = new MusicVaeReader(variables);
        TensorTable tensors = reader.read();
        warnings.addAll(reader.warnings());
        MelodyVaeConfiguration configuration = configuration(reader);
        tensors.schema().require(name, MelodyVaeTensors.schema(configuration));
        return new ImportedModel<>(
                MelodyVaeBundle.of(configuration, tensors, card(), MelodyVaeBundle.SAMPLING),
                file.format().toString(),
                warnings,
                file.passedOver().stream()
                        .map(each -> each.name() + ": " + each.reason())
                        .toList());
    }

    /** Whether it is a MusicVAE, of whatever kind. */
    boolean isMusicVae() throws MalformedModelException {
        return isMusicVae(new Variables(name, file.tensors()));
    }

    static boolean isMusicVae(Variables variables) {
        return variables.hasScope("encoder") && variables.hasScope("decoder");
    }

    private void refuseOtherKinds(Variables variables) throws MalformedModelException {
        if (!isMusicVae(variables)) {
            throw other("a model without an encoder and a decoder");
        }
        if (variables.hasScope("core_decoder_0")) {
            throw other("one of several parts at once, such as a trio");
        }
        if (variables.hasScope("decoder/hierarchical_level_1") || variables.hasScope("encoder/hierarchical_level_2")) {
            throw other("one of more than two levels");
        }
        if (variables.hasScope("nade")) {
            throw other("one of drums, with a NADE");
        }
        Optional<JsonPlace> chords = field(file.config(), "chordEncoder");
        if (chords.isPresent()) {
            throw other("one that is told chords");
        }
        Optional<JsonPlace> type = field(field(file.config(), CONVERTER), "type");
        if (type.isPresent() && !type.get().text().equals(MELODY_CONVERTER)) {
            throw other("one of a " + type.get().text());
        }
    }

    private MalformedModelException other(String found) {
        return new MalformedModelException(name, "a MusicVAE of melodies", found);
    }

    private MelodyVaeConfiguration configuration(MusicVaeReader reader) throws MalformedModelException {
        OptionalInt lowest = converterNumber("minPitch", 127);
        OptionalInt highest = converterNumber("maxPitch", 127);
        int minPitch = lowest.orElse(MelodyVaeConfiguration.MIN_PITCH);
        int maxPitch = highest.isPresent() ? highest.getAsInt() + 1 : MelodyVaeConfiguration.MAX_PITCH;
        int expected = maxPitch - minPitch + SPECIAL_CLASSES;
        if (reader.classes() != expected) {
            throw new MalformedModelException(
                    name,
                    expected + " classes, those of melodies from " + minPitch + " to " + (maxPitch - 1),
                    String.valueOf(reader.classes()));
        }
        try {
            return new MelodyVaeConfiguration(
                    FileStem.of(name),
                    minPitch,
                    maxPitch,
                    bars(reader.encoder().readsBars() || reader.decoder().isConducted()),
                    Melody.DEFAULT_STEPS_PER_QUARTER,
                    reader.encoder(),
                    reader.decoder(),
                    reader.latentSize());
        } catch (IllegalArgumentException e) {
            throw other("one that cannot be: " + e.getMessage());
        }
    }

    /** No tensor tells how long melodies are. */
    private int bars(boolean hierarchical) throws MalformedModelException {
        int bar = Melody.DEFAULT_STEPS_PER_BAR;
        OptionalInt steps = converterNumber("numSteps", MelodyVaeConfiguration.MAX_BARS * bar);
        if (steps.isEmpty()) {
            warnings.add("the file does not tell how long melodies are; "
                    + (hierarchical
                            ? "sixteen bars are assumed, as in Magenta's hierarchical"
                            : "two bars are assumed, as in Magenta's flat")
                    + " models of melodies");
            return hierarchical ? SIXTEEN_BARS : TWO_BARS;
        }
        if (steps.getAsInt() % bar != 0 || steps.getAsInt() == 0) {
            throw new MalformedModelException(
                    name, "melodies of whole bars of " + bar + " steps", steps.getAsInt() + " steps");
        }
        int bars = steps.getAsInt() / bar;
        OptionalInt segments = converterNumber("numSegments", MelodyVaeConfiguration.MAX_BARS * bar);
        if (segments.isPresent() && segments.getAsInt() != bars) {
            throw other("one of " + segments.getAsInt() + " segments in " + bars + " bars");
        }
        return bars;
    }

    private OptionalInt converterNumber(String argument, int most) throws MalformedModelException {
        Optional<JsonPlace> place = field(field(field(file.config(), CONVERTER), "args"), argument);
        return place.isPresent() ? OptionalInt.of((int) place.get().whole(0, most)) : OptionalInt.empty();
    }

    private static Optional<JsonPlace> field(Optional<JsonPlace> object, String name) throws MalformedModelException {
        return object.isEmpty()
                ? Optional.empty()
                : object.get().optionalField(name).filter(field -> !(field.value() instanceof Json.Null));
    }

    private ModelCard card() {
        Map<String, String> provenance = new TreeMap<>();
        provenance.put("importedFrom", name);
        provenance.put("format", file.format().toString());
        file.texts().forEach((key, text) -> {
            if (!text.isBlank()) {
                provenance.put(key, text);
            }
        });
        return new ModelCard(
                FileStem.of(name), file.texts().getOrDefault("description", ""), "", "", provenance, Map.of());
    }
}
