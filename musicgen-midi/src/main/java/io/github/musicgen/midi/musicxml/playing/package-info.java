/**
 * Plays a score: {@code MeasureTimer} finds out when everything in a measure happens, {@code ScorePlayer} plays the measures in their
 * order.
 *
 * <p>Internal: for {@code MusicXmlReader} alone. A new class here counts time in the units of a {@code TimeBase}, and takes a time that
 * grows with the size of the score.
 */
@NullMarked
package io.github.musicgen.midi.musicxml.playing;

import org.jspecify.annotations.NullMarked;
