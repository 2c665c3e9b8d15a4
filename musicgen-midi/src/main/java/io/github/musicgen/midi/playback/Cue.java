package io.github.musicgen.midi.playback;

import javax.sound.midi.MidiMessage;

/** A message and the tick at which it is due. */
record Cue(long tick, MidiMessage message) {}
