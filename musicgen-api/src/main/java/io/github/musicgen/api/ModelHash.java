package io.github.musicgen.api;

import io.github.musicgen.api.bundle.Bundle;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of a model, worked out when somebody first asks: it takes as long as many steps, and only a recipe needs it. Threads
 * that ask at once may each work it out; all find the same.
 */
final class ModelHash {
    private final Bundle bundle;
    private volatile @Nullable String known;

    private ModelHash(Bundle bundle, @Nullable String known) {
        this.bundle = bundle;
        this.known = known;
    }

    static ModelHash of(Bundle bundle) {
        return new ModelHash(bundle, null);
    }

    /** The hash of a model whose hash was worked out before. */
    static ModelHash known(Bundle bundle, String hex) {
        return new ModelHash(bundle, hex);
    }

    String hex() {
        String hash = known;
        if (hash == null) {
            hash = bundle.hash();
            known = hash;
        }
        return hash;
    }
}
