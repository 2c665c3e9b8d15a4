package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.ChannelEvent;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.representation.sequence.Pitch;

/**
 * Something in a well-formed file that notes cannot express as it stands, and what {@link MidiReader} made of it.
 *
 * @param kind what it is
 * @param track the track counted from 1 in the order of the file
 * @param event the event, or the first one of several
 */
public record MidiNotice(Kind kind, int track, MidiEvent event) {

    /** What can be strange about a file. */
    public enum Kind {
        /** A key goes up that is not down. */
        ORPHAN_NOTE_OFF("released without being struck; dropped"),
        /** A key goes down that is down already. */
        RESTRUCK_NOTE("struck again while it sounds; both kept, the first to end is the first that was struck"),
        /** A key never goes up. */
        UNENDED_NOTE("never ended; ended with its track"),
        /** Controllers or pitch bends of a channel on which nobody plays a note. */
        UNPLAYED_CHANNEL("controllers of a channel without notes; dropped"),
        /** A tempo, meter or key that is out of range or lacks bytes. */
        UNREADABLE_META_EVENT("meta event makes no sense; dropped"),
        /** A meter whose beat is shorter than a 1024th. */
        UNSUPPORTED_METER("meter with a beat shorter than a 1024th; dropped"),
        /** A tempo in a file whose ticks are time already. */
        TEMPO_WITHOUT_EFFECT("tempo in a file that counts time code; dropped"),
        /** A track of a format 2 file that would begin too late. */
        PATTERN_TOO_LATE("pattern that would end after tick " + MidiEvent.MAX_TICK + "; dropped");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Reads as a sentence, such as {@code track 2, channel 10, tick 480: C4 released without being struck; dropped}. */
    @Override
    public String toString() {
        String channel = event instanceof ChannelEvent of ? ", channel " + (of.channel() + 1) : "";
        return "track " + track + channel + ", tick " + event.tick() + ": " + note() + kind.sentence + meta();
    }

    private String note() {
        if (event instanceof ChannelEvent.NoteOn on && aboutItsNote()) {
            return Pitch.nameOf(on.key()) + " ";
        }
        return event instanceof ChannelEvent.NoteOff off && aboutItsNote() ? Pitch.nameOf(off.key()) + " " : "";
    }

    private String meta() {
        return event instanceof MetaEvent meta && kind != Kind.PATTERN_TOO_LATE
                ? " (type " + meta.type() + ", " + meta.payload().length() + " bytes)"
                : "";
    }

    private boolean aboutItsNote() {
        return kind == Kind.ORPHAN_NOTE_OFF || kind == Kind.RESTRUCK_NOTE || kind == Kind.UNENDED_NOTE;
    }
}
