/**
 * Music as notes: {@link io.github.musicgen.representation.sequence.NoteSequence} counts ticks and owns its tempos,
 * {@link io.github.musicgen.representation.sequence.QuantizedSequence} counts steps on a grid.
 *
 * <p>Readers, writers, encodings and pictures all meet in these types; the package itself knows only {@code time}. A new class
 * here is an immutable value, checks its components, and names its unit of time (tick or step) in every name that holds one.
 */
@NullMarked
package io.github.musicgen.representation.sequence;

import org.jspecify.annotations.NullMarked;
