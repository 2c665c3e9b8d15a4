package io.github.musicgen.midi.abc.playing;

import io.github.musicgen.midi.abc.tune.FineTime;
import io.github.musicgen.midi.abc.tune.Meter;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The bars of a performance, and the time signatures that make bars begin where the bar lines are.
 *
 * <p>What lies on both sides of a repeat sign, a double bar or a jump is one bar if it fits into one: so the upbeat of a repeated
 * part completes its last bar. A bar that is still shorter than its meter, such as an upbeat at the beginning, keeps the meter and
 * is cut short by the next bar, which states its meter again; a longer one gets as many beats as it needs.
 */
final class PlayedBars {
    private final List<Long> ends = new ArrayList<>();
    private final List<Boolean> joints = new ArrayList<>(); // whether a bar may go on beyond the end
    private final TreeMap<Long, Meter> meters = new TreeMap<>();

    /** A bar line that is played; one that a bar may go on beyond is a joint. */
    void add(long time, boolean joint) {
        int last = ends.size() - 1;
        if (last >= 0 && ends.get(last) == time) {
            joints.set(last, joint || joints.get(last));
        } else if (time > 0) {
            ends.add(time);
            joints.add(joint);
        }
    }

    /** A meter that holds from some time on. */
    void meter(long time, Meter meter) {
        if (!meter.equals(meterAt(time))) {
            meters.put(time, meter);
        }
    }

    /** The time signatures and where they hold from. */
    NavigableMap<Long, Meter> timeSignatures(long end) {
        add(end, false);
        TreeMap<Long, Meter> signatures = new TreeMap<>();
        if (end == 0) {
            state(signatures, 0, meterAt(0), true);
        }
        long start = 0;
        boolean cutShort = false;
        int next = 0;
        while (next < ends.size()) {
            Meter meter = meterAt(start);
            next = lastOfBar(next, start, meter);
            long length = ends.get(next) - start;
            Meter own = ofBar(length, meter);
            state(signatures, start, own, cutShort);
            cutShort = !own.isFree() && length % own.barLength() != 0;
            start = ends.get(next);
            next++;
        }
        return signatures;
    }

    private static void state(NavigableMap<Long, Meter> signatures, long start, Meter meter, boolean again) {
        Map.Entry<Long, Meter> before = signatures.lastEntry();
        boolean holds = before != null && before.getValue().equals(meter);
        if (!meter.isFree() && (again || !holds)) {
            signatures.put(start, meter);
        }
    }

    private Meter meterAt(long time) {
        Map.Entry<Long, Meter> entry = meters.floorEntry(time);
        return entry == null ? Meter.FREE : entry.getValue();
    }

    /** Joins the pieces of a bar. */
    private int lastOfBar(int first, long start, Meter meter) {
        int last = first;
        while (joints.get(last)
                && last + 1 < ends.size()
                && ends.get(last + 1) - start <= meter.barLength()
                && !meters.containsKey(ends.get(last))) {
            last++;
        }
        return last;
    }

    /** The time signature of a bar; that of its meter if its length cannot be written as one, which may be none. */
    private static Meter ofBar(long length, Meter meter) {
        if (length < meter.barLength() || (!meter.isFree() && length % meter.barLength() == 0)) {
            return meter;
        }
        for (int denominator = meter.denominator(); denominator <= TimeSignature.MAX_DENOMINATOR; denominator *= 2) {
            Meter own = ofLength(length, denominator);
            if (!own.isFree()) {
                return own;
            }
        }
        return ofLength(length, 1).isFree() ? meter : ofLength(length, 1);
    }

    private static Meter ofLength(long length, int denominator) {
        long beat = FineTime.WHOLE / denominator;
        boolean expressible = length % beat == 0 && length / beat <= TimeSignature.MAX_NUMERATOR;
        return expressible ? new Meter((int) (length / beat), denominator) : Meter.FREE;
    }
}
