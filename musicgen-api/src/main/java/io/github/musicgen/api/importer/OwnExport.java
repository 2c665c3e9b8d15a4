package io.github.musicgen.api.importer;

import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.codec.ConfigurationJson;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.Json;
import io.github.musicgen.api.json.JsonPlace;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.weights.WeightFile;
import java.util.Map;
import java.util.Optional;

/** What this library's own export to Magenta.js leaves in {@code config.json}, under a name that Magenta.js passes over. */
final class OwnExport {
    private static final String NAME = "musicgen";

    private final JsonPlace block;

    private OwnExport(JsonPlace block) {
        this.block = block;
    }

    static Optional<OwnExport> in(WeightFile file) throws MalformedModelException {
        Optional<JsonPlace> block =
                file.config().isPresent() ? file.config().get().optionalField(NAME) : Optional.empty();
        return block.filter(place -> place.value() instanceof Json.Fields).map(OwnExport::new);
    }

    /** What the model was before: its name, key and grid too, which nothing else in the folder tells. */
    MelodyRnnConfiguration configuration() throws MalformedModelException {
        return ConfigurationJson.read(block.field("configuration"));
    }

    /** The card that the model had, with what is known of its way here. */
    ModelCard card(Origin origin) throws MalformedModelException {
        String own = text("id");
        return new ModelCard(
                own.isBlank() ? origin.stem() : own,
                text("description"),
                text("license"),
                text("attribution"),
                origin.provenance(),
                Map.of());
    }

    private String text(String name) throws MalformedModelException {
        Optional<JsonPlace> field = block.optionalField(name);
        return field.isPresent() ? field.get().text() : "";
    }
}
