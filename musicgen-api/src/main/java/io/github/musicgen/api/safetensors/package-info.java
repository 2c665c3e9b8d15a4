/**
 * The safetensors format, which bundles of this library are kept in: eight bytes of length, a JSON header, raw little-endian
 * values. {@code docs/bundle-format.md} tells what this library promises beyond the format.
 *
 * <p>{@link io.github.musicgen.api.safetensors.SafetensorsReader} checks the whole header before a tensor is made, so that
 * whoever loads a model can hold the names and shapes against what it needs first. Knows nothing of models.
 */
@NullMarked
package io.github.musicgen.api.safetensors;

import org.jspecify.annotations.NullMarked;
