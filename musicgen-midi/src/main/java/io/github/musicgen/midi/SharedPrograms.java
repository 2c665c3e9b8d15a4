package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.ChannelEvent.ProgramChange;
import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiTrack;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The programs that all tracks together give to the channels. A track that changes the program of a channel itself goes by its
 * own changes; one that does not, such as a track of notes beside a track of settings, goes by these.
 */
final class SharedPrograms {

    private static final int GRAND_PIANO = 0;

    /** Per address the program from a moment on; a moment is a tick, and within it the track. */
    private final Map<Integer, NavigableMap<Long, Integer>> changes = new HashMap<>();

    void add(int track, MidiTrack events) {
        Address address = new Address();
        for (MidiEvent event : events.events()) {
            if (event instanceof ProgramChange change) {
                changes.computeIfAbsent(address.of(change), unused -> new TreeMap<>())
                        .put(moment(change.tick(), track), change.program());
            } else if (event instanceof MetaEvent meta) {
                address.follow(meta);
            }
        }
    }

    int programAt(int address, int track, long tick) {
        NavigableMap<Long, Integer> ofAddress = changes.get(address);
        if (ofAddress == null) {
            return GRAND_PIANO;
        }
        Map.Entry<Long, Integer> last = ofAddress.floorEntry(moment(tick, track));
        return last == null ? GRAND_PIANO : last.getValue();
    }

    private static long moment(long tick, int track) {
        return tick << 16 | track;
    }
}
