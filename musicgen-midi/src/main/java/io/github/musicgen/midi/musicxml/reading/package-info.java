/**
 * Makes a score of XML: {@code ScoreReader} and a reader for each element that matters.
 *
 * <p>Internal: for {@code MusicXmlReader} alone. A new class here reads one element, checks every number in it, and leaves what it means
 * in time to {@code playing}.
 */
@NullMarked
package io.github.musicgen.midi.musicxml.reading;

import org.jspecify.annotations.NullMarked;
