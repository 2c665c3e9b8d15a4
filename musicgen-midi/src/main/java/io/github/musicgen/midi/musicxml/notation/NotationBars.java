package io.github.musicgen.midi.musicxml.notation;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The bars of a sequence as they are written, and where its ticks lie in them. A bar that its meter map cuts short is written as
 * long as it is, rounded to a 48th of a quarter.
 */
public final class NotationBars {
    /** The most bars that are written. */
    static final int MAX_BARS = 20_000;

    private static final long FORTY_EIGHTH = NotationTime.QUARTER / 48;

    private final int ticksPerQuarter;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * A bar.
     *
     * @param origin where it begins in the time of the sequence: ticks times {@link NotationTime#QUARTER}
     * @param start where it begins in the time of the notation
     * @param length how long it is written
     * @param signature its time signature
     * @param full whether it is as long as the signature asks for
     */
    public record Bar(long origin, long start, long length, TimeSignature signature, boolean full) {
        public long end() {
            return start + length;
        }
    }

    private NotationBars(int ticksPerQuarter) {
        this.ticksPerQuarter = ticksPerQuarter;
    }

    /** All bars up to the end of a sequence, at least one. */
    public static NotationBars of(NoteSequence sequence) {
        MeterMap meters = sequence.meterMap();
        // A note of no length may begin where the sequence ends.
        long end = Math.max(
                sequence.endTick(),
                sequence.notes().mapToLong(Note::startTick).max().orElse(0) + 1);
        long count = meters.barAt(end - 1) + 1;
        if (count > MAX_BARS) {
            throw new IllegalArgumentException("a score must have at most " + MAX_BARS + " bars, but needs " + count);
        }
        NotationBars result = new NotationBars(sequence.ticksPerQuarter());
        List<TimeSignature> signatures = meters.timeSignatures();
        for (int i = 0; i < signatures.size(); i++) {
            boolean last = i == signatures.size() - 1;
            result.add(signatures.get(i), last ? end : signatures.get(i + 1).tick(), last);
        }
        return result;
    }

    /** Adds the bars of a signature up to a tick, the last of them cut short there unless it is the last of all. */
    private void add(TimeSignature signature, long endTick, boolean whole) {
        long full = 4 * NotationTime.QUARTER * signature.numerator() / signature.denominator();
        long end = endTick * NotationTime.QUARTER;
        long origin = signature.tick() * NotationTime.QUARTER;
        while (origin < end) {
            long nextOrigin = origin + full * ticksPerQuarter;
            // A signature stands at a whole tick, even where bars end between ticks.
            boolean isFull = whole || nextOrigin < end + NotationTime.QUARTER;
            long length = isFull ? full : cut(end - origin);
            bars.add(new Bar(
                    origin, bars.isEmpty() ? 0 : bars.get(bars.size() - 1).end(), length, signature, isFull));
            origin = nextOrigin;
        }
    }

    private long cut(long distance) {
        long exact = distance / ticksPerQuarter;
        boolean expressible = distance % ticksPerQuarter == 0 && exact % NotationTime.SHORTEST == 0;
        return expressible ? exact : Math.max(1, roundedQuotient(exact, FORTY_EIGHTH)) * FORTY_EIGHTH;
    }

    public List<Bar> bars() {
        return bars;
    }

    /** The index of the bar that a tick lies in; the last one for whatever lies behind it. */
    public int indexAt(long tick) {
        return lastNotBehind(Bar::origin, tick * NotationTime.QUARTER);
    }

    /** The index of the bar that a position of the notation lies in. */
    int indexAtPosition(long position) {
        return lastNotBehind(Bar::start, position);
    }

    private int lastNotBehind(ToLongFunction<Bar> key, long value) {
        int low = 0;
        int high = bars.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (key.applyAsLong(bars.get(middle)) <= value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How far behind the start of a bar a tick lies, within the bar: in units times the ticks per quarter, to stay exact. */
    long offset(int bar, long tick) {
        long offset = tick * NotationTime.QUARTER - bars.get(bar).origin();
        return Math.max(0, Math.min(bars.get(bar).length() * ticksPerQuarter, offset));
    }

    /** Where a tick lies in the notation: exactly if 256ths or 48ths of a quarter express it, at the nearest 48th otherwise. */
    public long position(long tick) {
        int index = indexAt(tick);
        long offset = offset(index, tick);
        long exact = offset / ticksPerQuarter;
        boolean expressible =
                offset % ticksPerQuarter == 0 && (exact % NotationTime.SHORTEST == 0 || exact % FORTY_EIGHTH == 0);
        return bars.get(index).start()
                + (expressible ? exact : roundedQuotient(offset, FORTY_EIGHTH * ticksPerQuarter) * FORTY_EIGHTH);
    }

    int ticksPerQuarter() {
        return ticksPerQuarter;
    }

    /** The quotient, rounded to the nearest whole number, halves up; nothing may be negative. */
    static long roundedQuotient(long dividend, long divisor) {
        return (dividend + divisor / 2) / divisor;
    }
}
