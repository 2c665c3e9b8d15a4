package io.github.musicgen.api.importer;

import io.github.musicgen.api.bundle.ModelBundle;
import java.util.List;

/**
 * A model and what was noticed on the way.
 *
 * @param <B> of what family it is
 * @param bundle the model
 * @param format what its file was, in words
 * @param warnings where the file contradicts itself, or leaves open what had to be assumed
 * @param passedOver what the file holds that no model needs to run, with the reasons
 */
public record ImportedModel<B extends ModelBundle>(
        B bundle, String format, List<String> warnings, List<String> passedOver) {
    /** Copies the lists. */
    public ImportedModel {
        warnings = List.copyOf(warnings);
        passedOver = List.copyOf(passedOver);
    }

    static <B extends ModelBundle> ImportedModel<B> ofBundle(B bundle) {
        return new ImportedModel<>(bundle, "musicgen bundle", List.of(), List.of());
    }
}
