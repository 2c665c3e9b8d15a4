package io.github.musicgen.midi.smf;

import java.util.List;
import java.util.Optional;

/**
 * One track of a {@link MidiFile}: events in the order in which they happen, and the tick at which the track ends. Immutable.
 *
 * <p>Neighbors are at most 268,435,455 ticks apart, the longest time that a file can write, so every track can be written.
 */
public final class MidiTrack {

    private final List<MidiEvent> events;
    private final long endTick;

    /** For those who have made sure that the list is immutable and in order. */
    MidiTrack(List<MidiEvent> events, long endTick) {
        this.events = events;
        this.endTick = endTick;
    }

    /**
     * Makes a track.
     *
     * @param events ordered by tick
     * @param endTick where the track ends, not before its last event
     * @return the track
     * @throws IllegalArgumentException if a tick is smaller than the one before it, or too far behind it
     */
    public static MidiTrack of(List<? extends MidiEvent> events, long endTick) {
        List<MidiEvent> copy = List.copyOf(events);
        long before = 0;
        for (int i = 0; i < copy.size(); i++) {
            before = follow("event " + i, before, copy.get(i).tick());
        }
        follow("end of track", before, endTick);
        EventRange.tick(endTick);
        return new MidiTrack(copy, endTick);
    }

    /**
     * Makes a track that ends with its last event.
     *
     * @param events ordered by tick
     * @return the track
     * @throws IllegalArgumentException if a tick is smaller than the one before it, or too far behind it
     */
    public static MidiTrack of(List<? extends MidiEvent> events) {
        return of(events, events.isEmpty() ? 0 : events.get(events.size() - 1).tick());
    }

    private static long follow(String what, long before, long tick) {
        long delta = tick - before;
        if (delta < 0 || delta > VariableLength.MAX) {
            throw new IllegalArgumentException(what + " must come 0.." + VariableLength.MAX + " ticks after tick "
                    + before + ", but is at tick " + tick);
        }
        return tick;
    }

    /**
     * Returns the events.
     *
     * @return an immutable list, ordered by tick
     */
    public List<MidiEvent> events() {
        return events;
    }

    /**
     * Returns where the track ends.
     *
     * @return ticks since its start
     */
    public long endTick() {
        return endTick;
    }

    /**
     * Finds the name of the track.
     *
     * @return the text of the first event of kind {@link TextKind#TRACK_NAME}, if there is one
     */
    public Optional<String> name() {
        return events.stream()
                .filter(event -> event instanceof MetaEvent meta && meta.type() == TextKind.TRACK_NAME.type())
                .map(event -> ((MetaEvent) event).payload().text())
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MidiTrack track && endTick == track.endTick && events.equals(track.events);
    }

    @Override
    public int hashCode() {
        return 31 * events.hashCode() + Long.hashCode(endTick);
    }

    @Override
    public String toString() {
        return "MidiTrack[" + events.size() + " events, ends at tick " + endTick + "]";
    }
}
