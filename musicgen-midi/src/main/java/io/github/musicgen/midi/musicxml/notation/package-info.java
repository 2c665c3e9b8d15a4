/**
 * A part as it is printed: {@code NotationGrid} moves notes to places that notation can express, {@code VoiceLayout} spreads them over
 * staves and voices, {@code VoiceNotation} turns a voice into notes, rests and ties.
 *
 * <p>Internal: for the packages that write MusicXML alone. A new class here knows nothing of XML, and counts time in the units of
 * {@code NotationTime}.
 */
@NullMarked
package io.github.musicgen.midi.musicxml.notation;

import org.jspecify.annotations.NullMarked;
