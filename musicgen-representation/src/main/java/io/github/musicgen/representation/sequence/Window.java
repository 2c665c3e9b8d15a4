package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import java.util.List;

/**
 * A stretch of a time line that becomes a piece of its own.
 *
 * @param start its first tick
 * @param end the tick that it ends at
 * @param closed whether what happens at its end still belongs to it, as it does where the music ends
 */
record Window(long start, long end, boolean closed) {
    boolean contains(long tick) {
        return tick >= start && (tick < end || (closed && tick == end));
    }

    /** Events counted from the start of this window. */
    <E extends TickEvent<E>> List<E> moved(List<E> events) {
        return events.isEmpty() ? List.of() : Events.moved(events, tick -> tick - start);
    }

    /** A note that starts in this window, counted from its start and cut at its end. */
    Note moved(Note note) {
        return note.withTicks(note.startTick() - start, Math.min(note.endTick(), end) - start);
    }
}
