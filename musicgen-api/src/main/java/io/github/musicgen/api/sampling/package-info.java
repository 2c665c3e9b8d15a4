/**
 * From scores to one class: a mask, temperature, top-k, top-p, and one draw from a named, seeded source.
 *
 * <p>For whoever runs a model. It knows nothing of music; which classes a wish allows is said by
 * {@code io.github.musicgen.api.constraint}. Nothing here allocates per step, and all arithmetic is the same everywhere.
 */
@NullMarked
package io.github.musicgen.api.sampling;

import org.jspecify.annotations.NullMarked;
