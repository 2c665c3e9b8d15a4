/**
 * The file: its archive, its XML, and what is to be noted about it.
 *
 * <p>Internal: for the packages that read MusicXML alone. Nothing else knows of zip or of {@code java.xml}. A new class here knows
 * nothing of music, and trusts no name, number or size in the file.
 */
@NullMarked
package io.github.musicgen.midi.musicxml.source;

import org.jspecify.annotations.NullMarked;
