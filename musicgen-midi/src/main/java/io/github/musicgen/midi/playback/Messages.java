package io.github.musicgen.midi.playback;

import io.github.musicgen.midi.smf.ChannelEvent;
import io.github.musicgen.midi.smf.ChannelEvent.ChannelPressure;
import io.github.musicgen.midi.smf.ChannelEvent.ControlChange;
import io.github.musicgen.midi.smf.ChannelEvent.KeyPressure;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOff;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.ChannelEvent.PitchBend;
import io.github.musicgen.midi.smf.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.SystemExclusive;
import java.util.Optional;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;

/** Between the events of our files and the messages of the JDK's devices. */
final class Messages {
    private static final int MARKER = 0x06;

    private Messages() {}

    /** The message that plays an event; none for what only a file says. */
    static Optional<MidiMessage> of(MidiEvent event) {
        if (event instanceof ChannelEvent channelEvent) {
            return Optional.of(of(channelEvent));
        }
        return event instanceof SystemExclusive bytes ? Optional.of(of(bytes)) : Optional.empty();
    }

    static ShortMessage of(ChannelEvent event) {
        int channel = event.channel();
        if (event instanceof NoteOn e) {
            return message(ShortMessage.NOTE_ON, channel, e.key(), e.velocity());
        } else if (event instanceof NoteOff e) {
            return message(ShortMessage.NOTE_OFF, channel, e.key(), e.velocity());
        } else if (event instanceof ControlChange e) {
            return message(ShortMessage.CONTROL_CHANGE, channel, e.controller(), e.value());
        } else if (event instanceof PitchBend e) {
            int above = e.value() - PitchBend.LOWEST;
            return message(ShortMessage.PITCH_BEND, channel, above & 0x7F, above >> 7);
        } else if (event instanceof KeyPressure e) {
            return message(ShortMessage.POLY_PRESSURE, channel, e.key(), e.pressure());
        } else if (event instanceof ProgramChange e) {
            return message(ShortMessage.PROGRAM_CHANGE, channel, e.program(), 0);
        } else {
            return message(ShortMessage.CHANNEL_PRESSURE, channel, ((ChannelPressure) event).pressure(), 0);
        }
    }

    /** The event of a channel that a message is, at a tick; none for clocks, sensing and the like. */
    static Optional<ChannelEvent> toEvent(MidiMessage message, long tick) {
        return message instanceof ShortMessage shortMessage
                ? Optional.ofNullable(
                        switch (shortMessage.getCommand()) {
                            case ShortMessage.NOTE_ON ->
                                new NoteOn(tick, channel(message), first(message), second(message));
                            case ShortMessage.NOTE_OFF ->
                                new NoteOff(tick, channel(message), first(message), second(message));
                            case ShortMessage.CONTROL_CHANGE ->
                                new ControlChange(tick, channel(message), first(message), second(message));
                            case ShortMessage.PITCH_BEND ->
                                new PitchBend(
                                        tick,
                                        channel(message),
                                        PitchBend.LOWEST + (second(message) << 7 | first(message)));
                            case ShortMessage.POLY_PRESSURE ->
                                new KeyPressure(tick, channel(message), first(message), second(message));
                            case ShortMessage.PROGRAM_CHANGE ->
                                new ProgramChange(tick, channel(message), first(message));
                            case ShortMessage.CHANNEL_PRESSURE ->
                                new ChannelPressure(tick, channel(message), first(message));
                            default -> null;
                        })
                : Optional.empty();
    }

    static ShortMessage message(int command, int channel, int first, int second) {
        try {
            return new ShortMessage(command, channel, first, second);
        } catch (InvalidMidiDataException outOfRange) {
            throw new IllegalArgumentException(outOfRange.getMessage(), outOfRange);
        }
    }

    /** A message that no device plays: it only takes up a place in time. */
    static MetaMessage silent() {
        return meta(MARKER);
    }

    static MetaMessage meta(int type, byte... payload) {
        try {
            return new MetaMessage(type, payload, payload.length);
        } catch (InvalidMidiDataException outOfRange) {
            throw new IllegalArgumentException(outOfRange.getMessage(), outOfRange);
        }
    }

    private static SysexMessage of(SystemExclusive event) {
        int status = event.form() == SystemExclusive.Form.F0
                ? SysexMessage.SYSTEM_EXCLUSIVE
                : SysexMessage.SPECIAL_SYSTEM_EXCLUSIVE;
        try {
            return new SysexMessage(
                    status, event.payload().toArray(), event.payload().length());
        } catch (InvalidMidiDataException neverForTheseTwo) {
            throw new IllegalStateException(neverForTheseTwo);
        }
    }

    private static int channel(MidiMessage message) {
        return message.getStatus() & 0xF;
    }

    private static int first(MidiMessage message) {
        return ((ShortMessage) message).getData1();
    }

    private static int second(MidiMessage message) {
        return ((ShortMessage) message).getData2();
    }
}
