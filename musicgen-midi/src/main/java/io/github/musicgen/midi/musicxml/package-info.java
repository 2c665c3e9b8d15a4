/**
 * MusicXML: {@link io.github.musicgen.midi.musicxml.MusicXmlReader} makes a note sequence of a score,
 * {@link io.github.musicgen.midi.musicxml.MusicXmlWriter} a score of a note sequence.
 *
 * <p>Anybody may use this package; it needs the module {@code java.xml} at run time. What was wrong or strange about a file is told in
 * {@code report}. The packages below are for the two of them alone:
 *
 * <ul>
 *   <li>How a score is read: {@code source} opens the archive and walks over the XML, {@code reading} makes a {@code score} of it
 *       (what is written, in written order, lengths as fractions of a quarter), {@code unfolding} finds out in which order measures are
 *       played, and {@code playing} when everything in them happens, and plays them.
 *   <li>How one is written: {@code notation} moves notes to places that notation can express and cuts them into what is printed,
 *       {@code writing} prints it.
 *   <li>Both speak the {@code vocabulary} of MusicXML.
 * </ul>
 *
 * <p>A new class there owes what the others hold to: what is read is checked before it is believed or allocated, memory and time grow
 * with the size of the input and not with the numbers in it, and whatever bytes come in, only
 * {@link io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException} comes out.
 */
@NullMarked
package io.github.musicgen.midi.musicxml;

import org.jspecify.annotations.NullMarked;
