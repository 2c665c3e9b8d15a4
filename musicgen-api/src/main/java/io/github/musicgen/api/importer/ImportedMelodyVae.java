package io.github.musicgen.api.importer;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import java.util.List;

/**
 * A space of melodies and what was noticed on the way.
 *
 * @param bundle the model
 * @param format what its file was, in words
 * @param warnings where the file contradicts itself, or leaves open what had to be assumed
 * @param passedOver what the file holds that no model needs to run, with the reasons
 */
public record ImportedMelodyVae(MelodyVaeBundle bundle, String format, List<String> warnings, List<String> passedOver) {
    /** Copies the lists. */
    public ImportedMelodyVae {
        warnings = List.copyOf(warnings);
        passedOver = List.copyOf(passedOver);
    }
}
