/**
 * Standard MIDI Files as they are: {@link io.github.musicgen.midi.smf.MidiFile}, tracks of events, nothing interpreted and
 * nothing lost.
 *
 * <p>Anybody may use this package; it needs nothing but {@code java.base}, and knows only {@code format}. A new class here owes
 * its user the promises of the others: what is read is checked before it is believed or allocated, the only checked exception for
 * bad bytes is {@link io.github.musicgen.midi.smf.MalformedMidiException}, and values are immutable.
 */
@NullMarked
package io.github.musicgen.midi.smf;

import org.jspecify.annotations.NullMarked;
