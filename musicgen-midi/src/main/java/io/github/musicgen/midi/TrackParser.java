package io.github.musicgen.midi;

import io.github.musicgen.midi.ChannelEvent.ChannelPressure;
import io.github.musicgen.midi.ChannelEvent.ControlChange;
import io.github.musicgen.midi.ChannelEvent.KeyPressure;
import io.github.musicgen.midi.ChannelEvent.NoteOff;
import io.github.musicgen.midi.ChannelEvent.NoteOn;
import io.github.musicgen.midi.ChannelEvent.PitchBend;
import io.github.musicgen.midi.ChannelEvent.ProgramChange;
import java.util.Arrays;
import java.util.List;

/**
 * Turns the content of one track chunk into events. Every byte passes {@link #next()}, which knows where the chunk ends, and no
 * length is believed before it is compared with the bytes that are left.
 */
final class TrackParser {

    private static final int NO_STATUS = 0;
    private static final int MAX_FIRST_CAPACITY = 1 << 8;
    private static final String[] KINDS = {
        "note-off", "note-on", "key pressure", "control change", "program change", "channel pressure", "pitch bend"
    };

    private final byte[] bytes;
    private final int limit;
    private final int track;
    private final Faults faults;

    private int position;
    private long tick;
    private long lastTick; // of the last event that was kept
    private int status = NO_STATUS; // of the last channel event, unless something canceled it
    private int canceled = NO_STATUS;
    private MidiEvent[] events;
    private int count;

    TrackParser(byte[] bytes, int from, int limit, int track, Faults faults) {
        this.bytes = bytes;
        this.position = from;
        this.limit = limit;
        this.track = track;
        this.faults = faults;
        // Three bytes are a note-on with running status. A declared length may be a lie, so long tracks have to grow
        // into theirs.
        this.events = new MidiEvent[Math.min((limit - from) / 3 + 1, MAX_FIRST_CAPACITY)];
    }

    /** Returns where reading stopped: behind the end-of-track event, if there was one. */
    int position() {
        return position;
    }

    MidiTrack parse() throws MalformedMidiException {
        try {
            readEvents();
        } catch (MalformedMidiException cut) {
            faults.report(cut.track(), cut.offset(), cut.problem(), "ended the track there");
            position = limit;
            tick = lastTick;
        }
        return new MidiTrack(List.of(count == events.length ? events : Arrays.copyOf(events, count)), tick);
    }

    private void readEvents() throws MalformedMidiException {
        boolean more = true;
        while (more) {
            if (position == limit) {
                report(position, "no end of track", "ended the track there");
                return;
            }
            more = readEvent();
        }
    }

    /** Reads one event; returns false if it was the end of the track. */
    private boolean readEvent() throws MalformedMidiException {
        advance();
        int first = next();
        if (first >= 0x80) {
            return readStatusAndEvent(first);
        }
        position--;
        if (status == NO_STATUS && !findStatus(first)) {
            return position == limit || readStatusAndEvent(next());
        }
        add(readChannelEvent());
        return true;
    }

    private boolean readStatusAndEvent(int first) throws MalformedMidiException {
        if (first >= 0xF0) {
            return readSystemEvent(first);
        }
        status = first;
        add(readChannelEvent());
        return true;
    }

    private void advance() throws MalformedMidiException {
        int at = position;
        tick += variableLength("time");
        if (tick > MidiEvent.MAX_TICK) {
            throw fault(at, "tick " + tick + " is beyond " + MidiEvent.MAX_TICK);
        }
        if (tick - lastTick > VariableLength.MAX) { // only if events between were dropped
            throw fault(at, "tick " + tick + " is more than " + VariableLength.MAX + " after tick " + lastTick);
        }
    }

    private MidiEvent readChannelEvent() throws MalformedMidiException {
        int channel = status & 0xF;
        int first = data();
        return switch (status >> 4) {
            case 0x8 -> new NoteOff(tick, channel, first, data());
            case 0x9 -> new NoteOn(tick, channel, first, data());
            case 0xA -> new KeyPressure(tick, channel, first, data());
            case 0xB -> new ControlChange(tick, channel, first, data());
            case 0xC -> new ProgramChange(tick, channel, first);
            case 0xD -> new ChannelPressure(tick, channel, first);
            default -> new PitchBend(tick, channel, (first | data() << 7) + PitchBend.LOWEST);
        };
    }

    /** Takes the status that was canceled, if there was one, or else steps over data up to the next status byte. */
    private boolean findStatus(int data) throws MalformedMidiException {
        String fault = "data byte " + hex(data) + " without status";
        if (canceled != NO_STATUS) {
            report(position, fault, "took that of the last " + kind(canceled) + " on channel " + (canceled & 0xF));
            status = canceled;
            return true;
        }
        int at = position;
        while (position < limit && bytes[position] >= 0) {
            position++;
        }
        report(at, fault, "skipped " + Faults.bytes(position - at));
        return false;
    }

    private boolean readSystemEvent(int first) throws MalformedMidiException {
        cancelStatus();
        return switch (first) {
            case 0xFF -> readMetaEvent();
            case 0xF0 -> readSystemExclusive(SystemExclusive.Form.F0);
            case 0xF7 -> readSystemExclusive(SystemExclusive.Form.F7);
            default -> skipSystemMessage(first);
        };
    }

    private void cancelStatus() {
        if (status != NO_STATUS) {
            canceled = status;
            status = NO_STATUS;
        }
    }

    private boolean readMetaEvent() throws MalformedMidiException {
        int at = position - 1;
        int type = next();
        Payload payload = payload(at, "meta event");
        if (type == MetaEvent.END_OF_TRACK) {
            if (payload.length() > 0) {
                report(at, "end of track with " + Faults.bytes(payload.length()) + " of content", "dropped them");
            }
            return false;
        }
        if (type > 0x7F) {
            report(at, "meta event type " + type + " is above 127", "dropped the event");
        } else {
            add(new MetaEvent(tick, type, payload));
        }
        return true;
    }

    private boolean readSystemExclusive(SystemExclusive.Form form) throws MalformedMidiException {
        add(new SystemExclusive(tick, form, payload(position - 1, "system exclusive event")));
        return true;
    }

    /** Steps over a message that is sent through cables but must not stand in a file. */
    private boolean skipSystemMessage(int message) throws MalformedMidiException {
        int at = position - 1;
        int dataBytes = message == 0xF2 ? 2 : (message == 0xF1 || message == 0xF3) ? 1 : 0;
        for (int i = 0; i < dataBytes && position < limit && bytes[position] >= 0; i++) {
            position++;
        }
        report(at, "status " + hex(message) + " must not stand in a file", "skipped " + Faults.bytes(position - at));
        return true;
    }

    private Payload payload(int at, String what) throws MalformedMidiException {
        int length = variableLength("length");
        int left = limit - position;
        if (length > left) {
            throw fault(
                    at, what + " of " + Faults.bytes(length) + " in the last " + Faults.bytes(left) + " of the track");
        }
        position += length;
        return Payload.slice(bytes, position - length, position);
    }

    private int variableLength(String what) throws MalformedMidiException {
        int octet = next();
        return octet < 0x80 ? octet : longVariableLength(what, octet & 0x7F);
    }

    private int longVariableLength(String what, int first) throws MalformedMidiException {
        int at = position - 1;
        int value = first;
        for (int i = 1; i < 4; i++) {
            int octet = next();
            value = value << 7 | (octet & 0x7F);
            if (octet < 0x80) {
                return value;
            }
        }
        throw fault(at, what + " takes more than 4 bytes");
    }

    private int data() throws MalformedMidiException {
        int octet = next();
        return octet < 0x80 ? octet : repairedData(octet);
    }

    private int repairedData(int octet) throws MalformedMidiException {
        report(position - 1, "data byte " + hex(octet) + " of " + kind(status) + " is above 127", "took 127");
        return 0x7F;
    }

    private int next() throws MalformedMidiException {
        if (position == limit) {
            throw fault(position, "track breaks off in the middle of an event");
        }
        return bytes[position++] & 0xFF;
    }

    private void add(MidiEvent event) {
        if (count == events.length) {
            events = Arrays.copyOf(events, 2 * count);
        }
        events[count++] = event;
        lastTick = tick;
    }

    private void report(int offset, String fault, String repair) throws MalformedMidiException {
        faults.report(track, offset, fault, repair);
    }

    private MalformedMidiException fault(int offset, String problem) {
        return new MalformedMidiException(track, offset, problem);
    }

    private static String kind(int status) {
        return KINDS[(status >> 4) - 8];
    }

    private static String hex(int octet) {
        return String.format("0x%02X", octet);
    }
}
