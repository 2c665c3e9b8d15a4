/**
 * Plays a tune: {@code Performance} goes along the route over a score and makes a note sequence of it.
 *
 * <p>Internal: for {@code AbcReader} alone. Here time in fine units becomes time in ticks, in {@code Resolution} and nowhere else.
 */
@NullMarked
package io.github.musicgen.midi.abc.playing;

import org.jspecify.annotations.NullMarked;
