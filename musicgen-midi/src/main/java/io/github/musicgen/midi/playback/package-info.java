/**
 * Music that sounds: a player for MIDI devices, live MIDI ports, and sound files.
 *
 * <p>For programs on a desktop. This is the only package that needs {@code java.desktop}; on the module path an application asks
 * for it with {@code --add-modules java.desktop}. Nothing else in the library may use this package, so that programs without
 * sound never load a class of it. A new class here owes its user silence: what it made sound, it ends.
 */
@NullMarked
package io.github.musicgen.midi.playback;

import org.jspecify.annotations.NullMarked;
