/**
 * The words and numbers of MusicXML that reading and writing have in common: note values, spellings, chord kinds, loudness, drums.
 *
 * <p>Internal: for the packages of MusicXML alone. A new class here says what MusicXML calls something; it holds no score.
 */
@NullMarked
package io.github.musicgen.midi.musicxml.vocabulary;

import org.jspecify.annotations.NullMarked;
