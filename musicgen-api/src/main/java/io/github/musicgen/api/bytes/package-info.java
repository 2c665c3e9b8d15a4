/**
 * Bytes from outside, read without trusting them: {@link io.github.musicgen.api.bytes.Bytes} knows where it lies in which
 * file, {@link io.github.musicgen.api.bytes.ByteCursor} walks over it, and whatever does not fit ends in a
 * {@link io.github.musicgen.api.format.MalformedModelException} that names the place.
 *
 * <p>The leaf under all readers of model files; it knows none of them. A new method here owes its callers that no length is
 * believed before it is held against the bytes that remain.
 */
@NullMarked
package io.github.musicgen.api.bytes;

import org.jspecify.annotations.NullMarked;
