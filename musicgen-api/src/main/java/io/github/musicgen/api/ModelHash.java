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

    ModelHash(Bundle bundle) {
        this.bundle = bundle;
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
