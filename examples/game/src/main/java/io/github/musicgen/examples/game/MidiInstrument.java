package io.github.musicgen.examples.game;

import io.github.musicgen.midi.playback.MidiOutput;
import io.github.musicgen.midi.smf.ChannelEvent;

/** Sounds on a MIDI output, on its first channel. */
record MidiInstrument(MidiOutput output) implements Instrument {
    private static final int VIBRAPHONE = 11;

    static MidiInstrument on(MidiOutput output) {
        output.send(new ChannelEvent.ProgramChange(0, 0, VIBRAPHONE));
        return new MidiInstrument(output);
    }

    @Override
    public void noteOn(long frame, int pitch, int velocity) {
        output.send(new ChannelEvent.NoteOn(0, 0, pitch, velocity));
    }

    @Override
    public void noteOff(long frame, int pitch) {
        output.send(new ChannelEvent.NoteOff(0, 0, pitch, 0));
    }
}
