package io.github.musicgen.midi.smf;

import io.github.musicgen.midi.smf.ChannelEvent.ChannelPressure;
import io.github.musicgen.midi.smf.ChannelEvent.ControlChange;
import io.github.musicgen.midi.smf.ChannelEvent.KeyPressure;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOff;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.ChannelEvent.PitchBend;
import io.github.musicgen.midi.smf.ChannelEvent.ProgramChange;
import java.util.Iterator;

/** Turns a {@link MidiFile} into bytes. */
final class FileSerializer {

    private static final int HEADER_LENGTH = 6;
    private static final int NO_STATUS = -1;

    private final ByteSink sink = new ByteSink();
    private final boolean running;
    private int status = NO_STATUS;

    FileSerializer(RunningStatus runningStatus) {
        this.running = runningStatus == RunningStatus.USED;
    }

    byte[] serialize(MidiFile file) {
        sink.int32(Chunks.HEADER);
        sink.int32(HEADER_LENGTH);
        sink.int16(file.format());
        sink.int16(file.tracks().size());
        sink.int16(file.division().code());
        chunks(file);
        return sink.toArray();
    }

    private void chunks(MidiFile file) {
        Iterator<MidiTrack> tracks = file.tracks().iterator();
        int written = 0;
        for (AlienChunk alien : file.alienChunks()) {
            for (; written < alien.tracksBefore(); written++) {
                track(tracks.next());
            }
            sink.int32(alien.id());
            sink.int32(alien.payload().length());
            alien.payload().writeTo(sink);
        }
        tracks.forEachRemaining(this::track);
    }

    private void track(MidiTrack track) {
        sink.int32(Chunks.TRACK);
        int lengthAt = sink.size();
        sink.int32(0);
        status = NO_STATUS;
        long tick = 0;
        for (MidiEvent event : track.events()) {
            VariableLength.write(sink, (int) (event.tick() - tick));
            tick = event.tick();
            event(event);
        }
        VariableLength.write(sink, (int) (track.endTick() - tick));
        metaPrefix(MetaEvent.END_OF_TRACK, Payload.EMPTY);
        sink.int32At(lengthAt, sink.size() - lengthAt - 4);
    }

    private void event(MidiEvent event) {
        if (event instanceof NoteOn e) {
            channelEvent(0x90, e.channel(), e.key(), e.velocity());
        } else if (event instanceof NoteOff e) {
            channelEvent(0x80, e.channel(), e.key(), e.velocity());
        } else if (event instanceof ControlChange e) {
            channelEvent(0xB0, e.channel(), e.controller(), e.value());
        } else if (event instanceof PitchBend e) {
            int above = e.value() - PitchBend.LOWEST;
            channelEvent(0xE0, e.channel(), above & 0x7F, above >> 7);
        } else if (event instanceof KeyPressure e) {
            channelEvent(0xA0, e.channel(), e.key(), e.pressure());
        } else if (event instanceof ProgramChange e) {
            status(0xC0 | e.channel());
            sink.octet(e.program());
        } else if (event instanceof ChannelPressure e) {
            status(0xD0 | e.channel());
            sink.octet(e.pressure());
        } else if (event instanceof MetaEvent e) {
            metaPrefix(e.type(), e.payload());
        } else if (event instanceof SystemExclusive e) {
            sink.octet(e.form().status());
            payload(e.payload());
        }
    }

    private void channelEvent(int kind, int channel, int first, int second) {
        status(kind | channel);
        sink.octet(first);
        sink.octet(second);
    }

    private void status(int next) {
        if (!running || next != status) {
            sink.octet(next);
            status = next;
        }
    }

    private void metaPrefix(int type, Payload payload) {
        sink.octet(0xFF);
        sink.octet(type);
        payload(payload);
    }

    /** Writes length and bytes. Only channel events have a running status: after these, the next one must be written out. */
    private void payload(Payload payload) {
        status = NO_STATUS;
        VariableLength.write(sink, payload.length());
        payload.writeTo(sink);
    }
}
