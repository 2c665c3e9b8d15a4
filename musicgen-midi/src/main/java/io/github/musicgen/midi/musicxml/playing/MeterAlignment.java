package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.score.Meter;
import io.github.musicgen.midi.musicxml.score.Score;
import io.github.musicgen.midi.musicxml.source.Notices;
import java.util.List;

/**
 * Makes bars of parts that have different meters at one time equally long, such as 12/8 below 4/4: where each is as long as its
 * own meter asks for, the first part sets the length and the others are stretched to it.
 */
final class MeterAlignment {
    private MeterAlignment() {}

    /** Replaces measures in place. */
    static void align(List<List<TimedMeasure>> parts, Score score, TimeBase timeBase, Notices notices) {
        for (int measure = 0; measure < score.measureCount(); measure++) {
            long length = 0;
            for (int part = 0; part < parts.size(); part++) {
                List<TimedMeasure> measures = parts.get(part);
                if (measure < measures.size() && isFull(measures.get(measure), timeBase)) {
                    TimedMeasure timed = measures.get(measure);
                    length = length == 0 ? timed.length() : length;
                    if (timed.length() != length) {
                        measures.set(measure, timed.stretchedTo(length));
                        notices.add(
                                score.parts().get(part).measures().get(measure).place(),
                                "measure in a meter of its own; stretched to the bar of the first part");
                    }
                }
            }
        }
    }

    private static boolean isFull(TimedMeasure measure, TimeBase timeBase) {
        Meter meter = measure.meter();
        return !meter.free() && timeBase.units(meter.quarters()) == measure.length();
    }
}
