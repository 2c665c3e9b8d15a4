package io.github.musicgen.api.importer;

import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyrnn.MelodyInput;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.weights.WeightFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a file says of its own model, held against what its tensors say. */
final class Claims {
    private static final String CONVERTER = "dataConverter";
    private static final String MELODY_CONVERTER = "MelodyConverter";
    private static final int MAX_PITCH = 127;

    private Claims() {}

    static List<String> contradicting(WeightFile file, MelodyRnnConfiguration configuration)
            throws MalformedModelException {
        List<String> warnings = new ArrayList<>();
        String id = file.texts().getOrDefault("id", "");
        String tensors = configuration.name() + "_rnn";
        if (!id.isBlank() && !id.equals(tensors)) {
            warnings.add("the bundle calls its model " + id + ", but its tensors are those of " + tensors);
        }
        if (file.config().isPresent()) {
            addContradictions(file.config().get(), configuration, warnings);
        }
        return warnings;
    }

    private static void addContradictions(JsonPlace config, MelodyRnnConfiguration configuration, List<String> warnings)
            throws MalformedModelException {
        Optional<JsonPlace> chords = present(config, "chordEncoder");
        if (chords.isPresent()) {
            warnings.add("config.json names the chord encoder " + word(chords.get())
                    + ", but the tensors have no input for chords: they are those of " + configuration.name() + "_rnn");
        }
        Optional<JsonPlace> converter = present(config, CONVERTER);
        Optional<JsonPlace> type = converter.isEmpty() ? Optional.empty() : present(converter.get(), "type");
        if (type.isPresent() && !word(type.get()).equals(MELODY_CONVERTER)) {
            warnings.add("config.json names the converter " + word(type.get()) + ", but the tensors are those of "
                    + configuration.name() + "_rnn, a melody model");
        }
        Optional<JsonPlace> attention = present(config, "attentionLength");
        if (attention.isPresent() && configuration.attention().isEmpty()) {
            warnings.add("config.json tells a length of attention, but the tensors have no attention");
        }
    }

    /** A one-hot model of another range than Magenta's, where a configuration of Magenta.js tells the range. */
    static Optional<MelodyRnnConfiguration> range(WeightFile file, int inputs, int classes)
            throws MalformedModelException {
        if (inputs != classes || file.config().isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonPlace> converter = present(file.config().get(), CONVERTER);
        Optional<JsonPlace> arguments = converter.isEmpty() ? Optional.empty() : present(converter.get(), "args");
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonPlace> lowest = present(arguments.get(), "minPitch");
        Optional<JsonPlace> highest = present(arguments.get(), "maxPitch");
        if (lowest.isEmpty() || highest.isEmpty()) {
            return Optional.empty();
        }
        int minPitch = (int) lowest.get().whole(0, MAX_PITCH);
        int maxPitch = (int) highest.get().whole(minPitch, MAX_PITCH) + 1;
        MelodyRnnConfiguration basic = MelodyRnnConfiguration.basicRnn();
        return maxPitch - minPitch + 2 != classes || maxPitch - minPitch < 12
                ? Optional.empty()
                : Optional.of(new MelodyRnnConfiguration(
                        basic.name(),
                        MelodyInput.ONE_HOT,
                        minPitch,
                        maxPitch,
                        OptionalInt.empty(),
                        basic.stepsPerQuarter(),
                        basic.cell(),
                        basic.layers(),
                        Optional.empty()));
    }

    private static Optional<JsonPlace> present(JsonPlace object, String name) throws MalformedModelException {
        return object.optionalField(name).filter(field -> !(field.value() instanceof Json.Null));
    }

    private static String word(JsonPlace place) {
        return place.value() instanceof Json.Text text
                ? text.value()
                : place.value().kind();
    }
}
