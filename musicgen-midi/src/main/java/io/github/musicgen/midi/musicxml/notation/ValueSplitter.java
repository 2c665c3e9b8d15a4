package io.github.musicgen.midi.musicxml.notation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits a stretch of time into note values so that beats stay visible. */
final class ValueSplitter {
    /** A double whole note. */
    private static final int LARGEST = 3;

    /** A 256th. */
    private static final int SMALLEST = -6;

    private ValueSplitter() {}

    /** A note value and where it begins. */
    record Value(long start, long length, int powerOfTwo, boolean dotted) {}

    /** The values of a stretch whose ends are multiples of the shortest value, counted from a strong beat. */
    static List<Value> split(long start, long end) {
        List<Value> values = new ArrayList<>();
        split(start, end, values);
        return values;
    }

    private static void split(long start, long end, List<Value> values) {
        Value whole = single(start, end - start);
        if (whole != null) {
            values.add(whole);
        } else {
            long cut = strongestBeat(start, end);
            split(start, cut, values);
            split(cut, end, values);
        }
    }

    /** One value for all, if there is one and it does not begin between the halves of its own beat; null otherwise. */
    private static @Nullable Value single(long start, long length) {
        for (int power = LARGEST; power >= SMALLEST; power--) {
            long unit = unit(power);
            boolean dotted = power > SMALLEST && length == unit + unit / 2;
            if (length == unit || dotted) {
                boolean onBeat = power == SMALLEST || start % (unit / 2) == 0;
                return onBeat ? new Value(start, length, power, dotted) : null;
            }
        }
        return null;
    }

    /** The multiple of the largest value that lies within. */
    private static long strongestBeat(long start, long end) {
        for (int power = LARGEST; power >= SMALLEST; power--) {
            long next = (start / unit(power) + 1) * unit(power);
            if (next < end) {
                return next;
            }
        }
        throw new IllegalStateException("no note value ends between " + start + " and " + end);
    }

    private static long unit(int power) {
        return power >= 0 ? NotationTime.QUARTER << power : NotationTime.QUARTER >> -power;
    }
}
