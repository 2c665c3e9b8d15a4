package io.github.musicgen.midi.playback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.Track;

/**
 * A piece as a synthesizer wants it: one track that counts microseconds, no two messages at the same one, everything let go at the
 * end. So neither tempos nor film time nor tracks are left to the JDK, whose synthesizer rounds them, and which looks for a free
 * microsecond one by one where messages crowd.
 */
final class TimedMessages {
    private static final int TICKS_PER_QUARTER = 31_250; // so that with as many microseconds a tick is one of them
    private static final long LONGEST_DELTA = 200_000_000; // what a file can write ends at 2^28 - 1
    private static final int TEMPO = 0x51;

    private final Sequence sequence;
    private final Track track;
    private long last = -1;

    private TimedMessages() {
        try {
            sequence = new Sequence(Sequence.PPQ, TICKS_PER_QUARTER);
        } catch (InvalidMidiDataException neverForPpq) {
            throw new IllegalStateException(neverForPpq);
        }
        track = sequence.createTrack();
        byte high = (byte) (TICKS_PER_QUARTER >> 8);
        track.add(new MidiEvent(Messages.meta(TEMPO, (byte) 0, high, (byte) TICKS_PER_QUARTER), 0));
    }

    /** Ends with a message that is silent but keeps the track open until then. */
    static Sequence of(Timeline timeline, double endSeconds) {
        TimedMessages messages = new TimedMessages();
        Sounding sounding = new Sounding();
        for (Cue cue : timeline.cues()) {
            messages.add(timeline.nanosAt(cue.tick()) / 1_000, cue.message());
            sounding.sent(cue.message());
        }
        long end = timeline.nanosAt(timeline.endTick()) / 1_000;
        sounding.release().forEach(message -> messages.add(end, message));
        messages.add((long) (endSeconds * 1e6), Messages.silent());
        return messages.sequence;
    }

    static byte[] bytes(Sequence sequence) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MidiSystem.write(sequence, 0, bytes);
        return bytes.toByteArray();
    }

    private void add(long wanted, MidiMessage message) {
        long microseconds = Math.max(wanted, last + 1);
        while (microseconds - last > LONGEST_DELTA) {
            last += LONGEST_DELTA;
            track.add(new MidiEvent(Messages.silent(), last));
        }
        last = microseconds;
        track.add(new MidiEvent(message, microseconds));
    }
}
