package io.github.musicgen.representation.picture;

import io.github.musicgen.representation.time.MeterMap;
import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;

/**
 * The bars and beats that a picture has room for. Where bars would stand too close only every second, fourth, eighth ... of them
 * is there, so that the work grows with the width of the picture and not with the length of the music.
 */
final class Bars {
    private static final double LEAST_BEAT_WIDTH = 7;
    private static final int EIGHTH = 8;

    private final MeterMap meterMap;
    private final RollGeometry roll;

    Bars(MeterMap meterMap, RollGeometry roll) {
        this.meterMap = meterMap;
        this.roll = roll;
    }

    /** The end of the bar that something ends in. */
    static long endOfBar(MeterMap meterMap, long tick) {
        long longestBar = 4L * meterMap.ticksPerQuarter() * TimeSignature.MAX_NUMERATOR;
        if (tick == 0 || tick > Ticks.MAX - longestBar) {
            return tick;
        }
        return meterMap.barStart(meterMap.barAt(tick - 1) + 1);
    }

    /** Bars by number from 0, so many of them that they stand at least so far apart on average. */
    List<Long> every(double leastWidth) {
        long first = meterMap.barAt(roll.fromTick());
        long last = meterMap.barAt(roll.toTick() - 1);
        long stride = 1;
        while (roll.width() / (last - first + 1) * stride < leastWidth && stride <= last) {
            stride *= 2;
        }
        List<Long> bars = new ArrayList<>();
        for (long bar = (first + stride - 1) / stride * stride; bar <= last; bar += stride) {
            if (meterMap.barStart(bar) >= roll.fromTick()) {
                bars.add(bar);
            }
        }
        return bars;
    }

    /** The beats between bars, as ticks; none where they would stand too close. */
    List<Long> beats() {
        List<Long> beats = new ArrayList<>();
        long first = meterMap.barAt(roll.fromTick());
        long last = meterMap.barAt(roll.toTick() - 1);
        if (roll.width() / (last - first + 1) < LEAST_BEAT_WIDTH) {
            return beats;
        }
        for (long bar = first; bar <= last; bar++) {
            addBeats(bar, beats);
        }
        return beats;
    }

    private void addBeats(long bar, List<Long> beats) {
        long start = meterMap.barStart(bar);
        TimeSignature signature = meterMap.timeSignatureAt(start);
        double beat = 4.0 * meterMap.ticksPerQuarter() / signature.denominator() * unitsPerBeat(signature);
        if (beat * roll.pixelsPerTick() < LEAST_BEAT_WIDTH) {
            return;
        }
        long end = Math.min(endOfBar(meterMap, start + 1), roll.toTick());
        for (int i = 1; start + i * beat < end; i++) {
            long tick = (long) (start + i * beat);
            if (tick > roll.fromTick()) {
                beats.add(tick);
            }
        }
    }

    /** Six, nine and twelve eighths are counted in threes where there is no room for the eighths. */
    private int unitsPerBeat(TimeSignature signature) {
        boolean compound =
                signature.denominator() >= EIGHTH && signature.numerator() > 3 && signature.numerator() % 3 == 0;
        double unit = 4.0 * meterMap.ticksPerQuarter() / signature.denominator() * roll.pixelsPerTick();
        return compound && unit < 2 * LEAST_BEAT_WIDTH ? 3 : 1;
    }
}
