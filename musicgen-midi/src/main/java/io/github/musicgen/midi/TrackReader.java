package io.github.musicgen.midi;

import io.github.musicgen.midi.MidiNotice.Kind;
import io.github.musicgen.midi.smf.ChannelEvent;
import io.github.musicgen.midi.smf.ChannelEvent.ControlChange;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOff;
import io.github.musicgen.midi.smf.ChannelEvent.NoteOn;
import io.github.musicgen.midi.smf.ChannelEvent.PitchBend;
import io.github.musicgen.midi.smf.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.smf.MetaContent.Text;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.midi.smf.TextKind;
import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what one track plays: its parts, and what it says to parts of other tracks. */
final class TrackReader {

    private final int index; // from 0
    private final MidiTrack track;
    private final String name;
    private final long offset; // the tick of the sequence at which the track begins
    private final SharedPrograms programs;
    private final List<MidiNotice> notices;

    private final Address address = new Address();
    private final Map<Integer, ChannelReader> channels = new LinkedHashMap<>(); // by address
    private final List<Part.Builder> parts = new ArrayList<>();
    private final Map<Integer, Part.Builder> firstParts = new LinkedHashMap<>(); // by address
    private final List<Lyric> lyrics = new ArrayList<>(); // that wait for a part
    private final List<Lyric> karaoke = new ArrayList<>();
    private Part.@Nullable Builder struckPart; // of the last note
    private long struckTick;

    TrackReader(int index, MidiTrack track, long offset, SharedPrograms programs, List<MidiNotice> notices) {
        this.index = index;
        this.track = track;
        this.name = track.name().orElse("");
        this.offset = offset;
        this.programs = programs;
        this.notices = notices;
    }

    void read() {
        for (MidiEvent event : track.events()) {
            if (event instanceof ChannelEvent channelEvent) {
                readChannelEvent(channelEvent);
            } else if (event instanceof MetaEvent meta) {
                address.follow(meta);
                readText(meta);
            }
        }
        channels.values().forEach(channel -> channel.finish(track.endTick(), on -> notice(Kind.UNENDED_NOTE, on)));
        if (struckPart != null) {
            giveLyrics(struckPart);
        }
    }

    String name() {
        return name;
    }

    List<Part.Builder> parts() {
        return parts;
    }

    /** The first part on each address that the track plays notes on. */
    Map<Integer, Part.Builder> firstParts() {
        return firstParts;
    }

    /** The addresses that the track speaks to. */
    Set<Integer> addresses() {
        return channels.keySet();
    }

    /** What is sung in a track that plays nothing. */
    List<Lyric> strayLyrics(boolean isKaraoke) {
        if (!parts.isEmpty() || !isKaraoke) {
            return lyrics;
        }
        List<Lyric> all = new ArrayList<>(lyrics);
        all.addAll(karaoke);
        return all;
    }

    /** Makes a part without notes for each address that the track speaks to. */
    void addSilentParts() {
        channels.forEach((at, channel) -> {
            Part.Builder part = newPart(at, program(at, channel, track.endTick()));
            channel.giveWaiting(part);
            giveLyrics(part);
        });
    }

    /** Gives controllers on addresses that only other tracks play to a part there. */
    void giveStrayControls(Map<Integer, Part.Builder> firstPartsOfAll) {
        channels.forEach((at, channel) -> {
            Part.Builder part = firstPartsOfAll.get(at);
            if (part != null) {
                channel.giveWaiting(part);
            } else {
                channel.firstWaiting().ifPresent(event -> notice(Kind.UNPLAYED_CHANNEL, event));
            }
        });
    }

    private void readChannelEvent(ChannelEvent event) {
        int at = address.of(event);
        ChannelReader channel = channels.computeIfAbsent(
                at, created -> new ChannelReader(offset, program -> newPart(created, program)));
        if (event instanceof NoteOn on && !on.isRelease()) {
            strike(at, channel, on);
        } else if (event instanceof NoteOn off) {
            release(channel, off.key(), off);
        } else if (event instanceof NoteOff off) {
            release(channel, off.key(), off);
        } else if (event instanceof ProgramChange change) {
            channel.changeProgram(change.program());
        } else if (event instanceof ControlChange || event instanceof PitchBend) {
            channel.control(event);
        }
    }

    private void strike(int at, ChannelReader channel, NoteOn on) {
        if (channel.isSounding(on.key())) {
            notice(Kind.RESTRUCK_NOTE, on);
        }
        Part.Builder part = channel.strike(on, program(at, channel, on.tick()));
        struckPart = part;
        struckTick = on.tick();
        giveLyrics(part);
    }

    private void release(ChannelReader channel, int key, ChannelEvent off) {
        if (!channel.release(key, off.tick())) {
            notice(Kind.ORPHAN_NOTE_OFF, off);
        }
    }

    private int program(int at, ChannelReader channel, long tick) {
        Integer own = channel.program();
        return own != null ? own : programs.programAt(at, index, tick);
    }

    private Part.Builder newPart(int at, int program) {
        Part.Builder part = Part.builder(name).program(program).drums(Address.isDrums(at));
        parts.add(part);
        firstParts.putIfAbsent(at, part);
        return part;
    }

    private void readText(MetaEvent meta) {
        if (meta.type() == TextKind.LYRIC.type() && meta.content() instanceof Text sung) {
            lyrics.add(new Lyric(offset + meta.tick(), sung.text()));
            if (struckPart != null && struckTick == meta.tick()) {
                giveLyrics(struckPart);
            }
        } else if (Karaoke.isSyllable(meta)) {
            karaoke.add(new Lyric(offset + meta.tick(), meta.payload().text()));
        }
    }

    private void giveLyrics(Part.Builder part) {
        lyrics.forEach(lyric -> part.lyric(lyric.tick(), lyric.text()));
        lyrics.clear();
    }

    private void notice(Kind kind, MidiEvent event) {
        notices.add(new MidiNotice(kind, index + 1, event));
    }
}
