/**
 * What the reader of MusicXML says about a file: what is wrong in it and where, and what it dropped or had to interpret.
 *
 * <p>Anybody may use this package. It stands apart from the reader because all that the reader is made of reports in its words.
 */
@NullMarked
package io.github.musicgen.midi.musicxml.report;

import org.jspecify.annotations.NullMarked;
