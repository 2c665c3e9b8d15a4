package io.github.musicgen.midi;

import io.github.musicgen.midi.ChannelEvent.ChannelPressure;
import io.github.musicgen.midi.ChannelEvent.ControlChange;
import io.github.musicgen.midi.ChannelEvent.KeyPressure;
import io.github.musicgen.midi.ChannelEvent.NoteOff;
import io.github.musicgen.midi.ChannelEvent.NoteOn;
import io.github.musicgen.midi.ChannelEvent.PitchBend;
import io.github.musicgen.midi.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.Division.FrameRate;
import io.github.musicgen.midi.Division.TicksPerQuarter;
import io.github.musicgen.midi.Division.TimeCode;
import io.github.musicgen.midi.SystemExclusive.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiFileFormat;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.SysexMessage;
import javax.sound.midi.Track;

/** What the JDK's own reader makes of a file, in our words: an independent opinion. */
final class JdkMidi {

    private JdkMidi() {}

    static MidiFile read(byte[] bytes) throws IOException {
        try {
            MidiFileFormat format = MidiSystem.getMidiFileFormat(new ByteArrayInputStream(bytes));
            Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(bytes));
            List<MidiTrack> tracks =
                    Arrays.stream(sequence.getTracks()).map(JdkMidi::track).toList();
            return new MidiFile(format.getType(), division(sequence), tracks);
        } catch (InvalidMidiDataException refused) {
            throw new IOException(refused);
        }
    }

    private static Division division(Sequence sequence) {
        float type = sequence.getDivisionType();
        return type == Sequence.PPQ
                ? new TicksPerQuarter(sequence.getResolution())
                : new TimeCode(rate(type), sequence.getResolution());
    }

    private static FrameRate rate(float type) {
        if (type == Sequence.SMPTE_24) {
            return FrameRate.FILM;
        }
        if (type == Sequence.SMPTE_25) {
            return FrameRate.PAL;
        }
        return type == Sequence.SMPTE_30DROP ? FrameRate.NTSC : FrameRate.THIRTY;
    }

    private static MidiTrack track(Track track) {
        List<MidiEvent> events = new ArrayList<>();
        long endTick = track.ticks();
        for (int i = 0; i < track.size(); i++) {
            MidiMessage message = track.get(i).getMessage();
            long tick = track.get(i).getTick();
            if (message instanceof MetaMessage meta && meta.getType() == MetaEvent.END_OF_TRACK) {
                endTick = tick;
            } else {
                events.add(event(tick, message));
            }
        }
        return MidiTrack.of(events, endTick);
    }

    private static MidiEvent event(long tick, MidiMessage message) {
        if (message instanceof MetaMessage meta) {
            return new MetaEvent(tick, meta.getType(), Payload.of(meta.getData()));
        }
        if (message instanceof SysexMessage exclusive) {
            Form form = exclusive.getStatus() == 0xF0 ? Form.F0 : Form.F7;
            return new SystemExclusive(tick, form, Payload.of(exclusive.getData()));
        }
        return channelEvent(tick, (ShortMessage) message);
    }

    private static MidiEvent channelEvent(long tick, ShortMessage m) {
        int channel = m.getChannel();
        int first = m.getData1();
        int second = m.getData2();
        return switch (m.getCommand()) {
            case ShortMessage.NOTE_OFF -> new NoteOff(tick, channel, first, second);
            case ShortMessage.NOTE_ON -> new NoteOn(tick, channel, first, second);
            case ShortMessage.POLY_PRESSURE -> new KeyPressure(tick, channel, first, second);
            case ShortMessage.CONTROL_CHANGE -> new ControlChange(tick, channel, first, second);
            case ShortMessage.PROGRAM_CHANGE -> new ProgramChange(tick, channel, first);
            case ShortMessage.CHANNEL_PRESSURE -> new ChannelPressure(tick, channel, first);
            default -> new PitchBend(tick, channel, second * 128 + first - 8192);
        };
    }
}
