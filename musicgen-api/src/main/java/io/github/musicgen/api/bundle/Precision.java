package io.github.musicgen.api.bundle;

/** How the weights of a bundle are stored. In memory they are 32 bits in any case. */
public enum Precision {
    /** All bits of a {@code float}. */
    F32,

    /** Half of them: half the size, and a model that answers very nearly the same. */
    F16
}
