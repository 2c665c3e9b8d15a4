package io.github.musicgen.api.plan;

import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A set of the events of melodies. Immutable.
 *
 * @param rests whether no-event, and whether note-off is in it: bits 0 and 1
 * @param low pitches 0 to 63, a bit each
 * @param high pitches 64 to 127, a bit each
 */
record EventSet(int rests, long low, long high) {
    /** No-event and note-off: nothing starts. */
    static final EventSet RESTS = new EventSet(0b11, 0, 0);

    /** All notes that can start. */
    static final EventSet ALL_PITCHES = new EventSet(0, -1, -1);

    static EventSet of(int event) {
        return event < Pitch.MIN ? new EventSet(1 << (event - Melody.NO_EVENT), 0, 0) : ofPitches(p -> p == event);
    }

    static EventSet ofPitches(IntPredicate member) {
        long low = 0;
        long high = 0;
        for (int i = 0; i < Long.SIZE; i++) {
            low |= member.test(i) ? 1L << i : 0;
            high |= member.test(i + Long.SIZE) ? 1L << i : 0;
        }
        return new EventSet(0, low, high);
    }

    boolean contains(int event) {
        if (event < Melody.NO_EVENT || event > Pitch.MAX) {
            return false;
        }
        if (event < Pitch.MIN) {
            return (rests >> (event - Melody.NO_EVENT) & 1) != 0;
        }
        return ((event < Long.SIZE ? low : high) >> event & 1) != 0; // a shift takes its distance modulo 64
    }

    boolean isEmpty() {
        return rests == 0 && !hasPitches();
    }

    boolean hasPitches() {
        return (low | high) != 0;
    }

    boolean hasRests() {
        return rests != 0;
    }

    EventSet and(EventSet other) {
        return new EventSet(rests & other.rests, low & other.low, high & other.high);
    }

    EventSet or(EventSet other) {
        return new EventSet(rests | other.rests, low | other.low, high | other.high);
    }

    /** As the record's own, which is linked when it is first called, and that takes as long as the whole planning. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventSet set && rests == set.rests && low == set.low && high == set.high;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(low) + Long.hashCode(high)) + rests;
    }

    /** The pitches in words, from the lowest to the highest. */
    String range() {
        if (!hasPitches()) {
            return "no note";
        }
        int lowest = low != 0 ? Long.numberOfTrailingZeros(low) : Long.SIZE + Long.numberOfTrailingZeros(high);
        int highest = high != 0
                ? 2 * Long.SIZE - 1 - Long.numberOfLeadingZeros(high)
                : Long.SIZE - 1 - Long.numberOfLeadingZeros(low);
        return Pitch.nameOf(lowest) + ".." + Pitch.nameOf(highest);
    }
}
