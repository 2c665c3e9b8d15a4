/**
 * Between Standard MIDI Files and notes: {@link io.github.musicgen.midi.MidiReader} makes a note sequence of a file,
 * {@link io.github.musicgen.midi.MidiWriter} a file of a note sequence.
 *
 * <p>Anybody may use this package; it needs nothing but {@code java.base}. It knows the file itself ({@code smf}); playback and
 * files use it, it knows none of them. A new class here never throws at a file that was parsed: what notes cannot express is
 * told in a {@link io.github.musicgen.midi.MidiNotice}.
 */
@NullMarked
package io.github.musicgen.midi;

import org.jspecify.annotations.NullMarked;
