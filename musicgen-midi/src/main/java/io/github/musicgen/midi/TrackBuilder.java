package io.github.musicgen.midi;

import io.github.musicgen.midi.smf.MetaEvent;
import io.github.musicgen.midi.smf.MidiEvent;
import io.github.musicgen.midi.smf.MidiTrack;
import io.github.musicgen.midi.smf.Payload;
import io.github.musicgen.midi.smf.TextKind;
import java.util.ArrayList;
import java.util.List;

/** Collects the events of a track in any order. Those of one tick stay in the order in which they came. */
final class TrackBuilder {

    private final List<MidiEvent> events = new ArrayList<>();

    void add(MidiEvent event) {
        events.add(event);
    }

    /** Builds a track that ends with its last event. */
    MidiTrack build() {
        return build(0);
    }

    /** Builds a track that ends at a tick or with its last event, whichever is later. */
    MidiTrack build(long leastEndTick) {
        events.sort((one, other) -> Long.compare(one.tick(), other.tick()));
        List<MidiEvent> bridged = new ArrayList<>(events.size());
        long tick = 0;
        for (MidiEvent event : events) {
            tick = bridge(bridged, tick, event.tick());
            bridged.add(event);
        }
        return MidiTrack.of(bridged, bridge(bridged, tick, Math.max(tick, leastEndTick)));
    }

    /** Puts empty texts as stepping stones into a silence that is longer than a file can say in one number. */
    private static long bridge(List<MidiEvent> bridged, long from, long to) {
        long tick = from;
        while (to - tick > MidiEvent.MAX_DELTA) {
            tick += MidiEvent.MAX_DELTA;
            bridged.add(new MetaEvent(tick, TextKind.TEXT.type(), Payload.EMPTY));
        }
        return to;
    }
}
