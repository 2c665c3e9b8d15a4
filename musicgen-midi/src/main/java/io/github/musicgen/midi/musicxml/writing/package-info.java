/**
 * Prints notation as XML: {@code ScoreWriter} and a writer for each kind of element.
 *
 * <p>Internal: for {@code MusicXmlWriter} alone. A new class here writes elements in the order that MusicXML demands, through
 * {@code XmlText}, which escapes.
 */
@NullMarked
package io.github.musicgen.midi.musicxml.writing;

import org.jspecify.annotations.NullMarked;
