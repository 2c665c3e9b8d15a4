/**
 * MusicXML: {@link io.github.musicgen.midi.musicxml.MusicXmlReader} makes a note sequence of a score,
 * {@link io.github.musicgen.midi.musicxml.MusicXmlWriter} a score of a note sequence.
 *
 * <p>Anybody may use this package; it needs the module {@code java.xml} at run time. It knows the package above it for the
 * exception that malformed files have in common, and nothing else of it.
 *
 * <p>How a score is read: {@code MxlArchive} finds the XML, {@code XmlCursor} walks over it, the {@code ...Reader}s make a
 * {@code Score} of it (what is written, in written order, lengths as fractions of a quarter), {@code MeasureTimer} finds out
 * when everything in a measure happens, {@code Unfolding} in which order measures are played, and {@code ScorePlayer} plays
 * them. How one is written: {@code NotationGrid} moves notes to places that notation can express, {@code VoiceLayout} spreads
 * them over staves and voices, {@code VoiceNotation} turns a voice into notes, rests and ties, {@code ScoreWriter} prints them.
 *
 * <p>A new class here owes what the others hold to: what is read is checked before it is believed or allocated, memory grows
 * with the size of the input and not with the numbers in it, and whatever bytes come in, only
 * {@link io.github.musicgen.midi.musicxml.MalformedMusicXmlException} comes out.
 */
@NullMarked
package io.github.musicgen.midi.musicxml;

import org.jspecify.annotations.NullMarked;
