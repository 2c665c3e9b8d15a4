package io.github.musicgen.api.importer;

import io.github.musicgen.api.bundle.ModelBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.weights.WeightFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from, and what its file tells beside tensors.
 *
 * @param name of the file or folder
 * @param file what is in it
 */
record Origin(String name, WeightFile file) {
    static Origin of(Path path, WeightFile file) {
        return new Origin(String.valueOf(path.toAbsolutePath().normalize().getFileName()), file);
    }

    /** The name without what tells its format. */
    String stem() {
        String stem = name.replaceFirst("\\.(mag|safetensors|index|data-\\d{5}-of-\\d{5})$", "")
                .replaceFirst("\\.(v1\\.)?ckpt(-\\d+)?$", "");
        return stem.isBlank() ? "model" : stem;
    }

    Map<String, String> provenance() {
        Map<String, String> provenance = new TreeMap<>();
        provenance.put("importedFrom", name);
        provenance.put("format", file.format().toString());
        file.texts().forEach((key, text) -> {
            if (!text.isBlank()) {
                provenance.put(key, text);
            }
        });
        return provenance;
    }

    ModelCard card() {
        return new ModelCard(stem(), file.texts().getOrDefault("description", ""), "", "", provenance(), Map.of());
    }

    <B extends ModelBundle> ImportedModel<B> imported(B bundle, List<String> warnings) {
        return new ImportedModel<>(
                bundle,
                file.format().toString(),
                warnings,
                file.passedOver().stream()
                        .map(each -> each.name() + ": " + each.reason())
                        .toList());
    }
}
