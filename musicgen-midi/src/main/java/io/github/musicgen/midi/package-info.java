/**
 * Standard MIDI Files on two levels: {@link io.github.musicgen.midi.MidiFile} is the file as it is, tracks of events;
 * {@link io.github.musicgen.midi.MidiReader} and {@link io.github.musicgen.midi.MidiWriter} turn it into a note sequence and back.
 *
 * <p>Anybody may use this package; it needs nothing but {@code java.base}. The packages beside it (MusicXML, ABC, playback,
 * files) use it, it knows none of them. A new class here owes its user the promises of the others: what is read is checked
 * before it is believed or allocated, the only checked exception for bad bytes is
 * {@link io.github.musicgen.midi.MalformedMidiException}, and values are immutable.
 */
@NullMarked
package io.github.musicgen.midi;

import org.jspecify.annotations.NullMarked;
