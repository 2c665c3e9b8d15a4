/**
 * A tune as it is written: a {@code Score} of voices on one line of time, no repeat played yet; and the signs that it is made of.
 *
 * <p>Internal: for the packages of ABC notation alone. A sign that is short enough reads itself from a {@code Cursor}; what takes more
 * than that stands in {@code reading}. A new class here counts time in the units of {@code FineTime}.
 */
@NullMarked
package io.github.musicgen.midi.abc.tune;

import org.jspecify.annotations.NullMarked;
