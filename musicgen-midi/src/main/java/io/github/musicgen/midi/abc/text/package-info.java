/**
 * The text of a tune book: its characters, lines and fields, and what is to be said about them.
 *
 * <p>Internal: for the packages of ABC notation alone. Knows nothing of music. A new class here takes texts that may be endless, and
 * names the place of whatever it finds.
 */
@NullMarked
package io.github.musicgen.midi.abc.text;

import org.jspecify.annotations.NullMarked;
