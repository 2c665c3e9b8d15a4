package io.github.musicgen.bench.rival;

import io.github.musicgen.api.bundle.Bundle;

/** A rival that is on the class path in the profile {@code rivals} alone: a service. */
public interface RivalRuntime {
    /** Which one it is. */
    Rival rival();

    /** Its network of these weights, in one thread. */
    RivalNetwork network(Bundle bundle);
}
