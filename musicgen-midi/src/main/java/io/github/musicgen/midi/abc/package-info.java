/**
 * ABC notation, version 2.1: {@link io.github.musicgen.midi.abc.AbcReader} makes note sequences of the tunes in a tune book.
 *
 * <p>Anybody may use this package; it needs nothing but {@code java.base}. A tune is read in three steps: its text becomes a
 * score of voices on one line of time, the repeats of the score become a route over that line, and what is met on the route
 * becomes notes. A new class here keeps to one of the steps, counts time in the units of {@code FineTime}, and refuses what would
 * make a small text a large piece.
 */
@NullMarked
package io.github.musicgen.midi.abc;

import org.jspecify.annotations.NullMarked;
