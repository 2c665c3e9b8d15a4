/**
 * Makes a tune of its text: {@code TuneReader} goes through the lines, {@code TuneHeader} and {@code BodyFields} read fields,
 * {@code MusicParser} reads music.
 *
 * <p>Internal: for {@code AbcReader} alone. A new class here skips or repairs what it does not understand, and tells that to
 * {@code Problems}.
 */
@NullMarked
package io.github.musicgen.midi.abc.reading;

import org.jspecify.annotations.NullMarked;
