package io.github.musicgen.api.importer;

import io.github.musicgen.api.melodyrnn.Attention;
import java.util.OptionalInt;

/**
 * What whoever imports a model knows better than its file.
 *
 * @param attentionLength how many steps an attention wrapper looks back, which no tensor's shape tells; if it is not given, the
 *     graph in the file says it, and else it is {@value Attention#DEFAULT_LENGTH}
 */
public record ImportOptions(OptionalInt attentionLength) {
    /** Nothing is known better. */
    public static final ImportOptions DEFAULT = new ImportOptions(OptionalInt.empty());

    /** Checks the length. */
    public ImportOptions {
        attentionLength.ifPresent(length -> new Attention(length, Attention.Scope.FIRST_LAYER));
    }
}
