/**
 * Music as a grid of cells, steps by pitches: what convolutional networks read and write, and what a picture of notes looks like.
 *
 * <p>{@link io.github.musicgen.representation.pianoroll.PianoRoll} goes with a
 * {@link io.github.musicgen.representation.sequence.QuantizedPart}, and
 * {@link io.github.musicgen.representation.pianoroll.MultitrackRoll} with a
 * {@link io.github.musicgen.representation.sequence.QuantizedSequence}. The package knows {@code sequence} and {@code time}; models,
 * corpora and interoperability with tensor libraries use it. A new class here is an immutable value, and whatever it shares
 * instead of copying stands in its documentation.
 */
@NullMarked
package io.github.musicgen.representation.pianoroll;

import org.jspecify.annotations.NullMarked;
