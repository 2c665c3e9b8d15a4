/**
 * ABC notation, version 2.1: {@link io.github.musicgen.midi.abc.AbcReader} makes note sequences of the tunes in a tune book.
 *
 * <p>Anybody may use this package; it needs nothing but {@code java.base}. What was wrong or strange about a text is told in
 * {@code report}. The packages below are for the reader alone, in the order in which a tune goes through them: {@code text} (lines,
 * fields and characters), {@code reading} (makes a {@code tune} of them: voices side by side on one line of time), {@code unfolding}
 * (makes the repeats a route over that line) and {@code playing} (makes what is met on the route notes).
 *
 * <p>A new class there keeps to one of the steps, counts time in the units of {@code FineTime}, and refuses what would make a small
 * text a large piece.
 */
@NullMarked
package io.github.musicgen.midi.abc;

import org.jspecify.annotations.NullMarked;
