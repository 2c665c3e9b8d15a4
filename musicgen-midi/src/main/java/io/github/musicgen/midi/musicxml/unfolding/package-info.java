/**
 * The order in which measures are played: {@code Unfolding} follows the repeats, endings and jumps of a {@code Form}.
 *
 * <p>Internal: for the packages that read MusicXML alone. A new class here knows measures by their numbers only, and stays within the
 * bounds that keep a small file from becoming an endless piece.
 */
@NullMarked
package io.github.musicgen.midi.musicxml.unfolding;

import org.jspecify.annotations.NullMarked;
