/**
 * Which pitches go together: a {@link io.github.musicgen.representation.harmony.Scale}, as a person names it, and a
 * {@link io.github.musicgen.representation.harmony.Chord}, as a lead sheet writes it.
 *
 * <p>For the constraints of generators and for encodings of lead sheets; the package itself knows only {@code sequence}. A new
 * class here is an immutable value, or helps to read one. Sets of pitch classes are bit masks, bit 0 for C. What reads a text
 * refuses it with {@link java.lang.IllegalArgumentException} and nothing else, whatever the text.
 */
@NullMarked
package io.github.musicgen.representation.harmony;

import org.jspecify.annotations.NullMarked;
