package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.Measure;
import io.github.musicgen.midi.musicxml.score.MeasureElement;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenNote;
import io.github.musicgen.midi.musicxml.score.Meter;
import io.github.musicgen.midi.musicxml.score.Score;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import java.util.List;

/** How long the measures of a score are, all parts taken together, and how much is in them. */
final class WrittenBars {
    /** How much may be played however little is written; strophic songs have thirty verses. */
    private static final long LEAST_BUDGET = 1_000_000;

    private static final long BUDGET_PER_WRITTEN = 10;

    private static final Meter USUAL_METER = new Meter(4, 4);

    private final TimeBase timeBase;
    private final Notices notices;
    private final long[] lengths; // [measures]: units
    private final Meter[] meters; // [measures]
    private final int[] weights; // [measures]: parts, and what they have in them

    WrittenBars(Score score, List<List<TimedMeasure>> parts, TimeBase timeBase, Notices notices) {
        this.timeBase = timeBase;
        this.notices = notices;
        int count = score.measureCount();
        lengths = new long[count];
        meters = new Meter[count];
        weights = new int[count];
        for (int measure = 0; measure < count; measure++) {
            weights[measure] = parts.size();
            for (int part = 0; part < parts.size(); part++) {
                if (measure < parts.get(part).size()) {
                    add(
                            measure,
                            score.parts().get(part).measures().get(measure),
                            parts.get(part).get(measure));
                }
            }
            lengths[measure] = lengths[measure] == 0 ? emptyLength(meters[measure]) : lengths[measure];
            check(measure, score, parts);
        }
    }

    long[] lengths() {
        return lengths;
    }

    Meter[] meters() {
        return meters;
    }

    int[] weights() {
        return weights;
    }

    /** How much may be played: in proportion to what is written. */
    long budget() {
        long written = 0;
        for (int weight : weights) {
            written += weight;
        }
        return LEAST_BUDGET + BUDGET_PER_WRITTEN * written;
    }

    /** A bar is as long as its longest part; its meter is that of the first part. */
    private void add(int measure, Measure written, TimedMeasure timed) {
        lengths[measure] = Math.max(lengths[measure], timed.length());
        meters[measure] = meters[measure] == null ? timed.meter() : meters[measure];
        weights[measure] += weight(written);
    }

    private static int weight(Measure measure) {
        int weight = measure.elements().size() + measure.form().size();
        for (MeasureElement element : measure.elements()) {
            weight += element instanceof WrittenNote note ? note.lyrics().size() : 0;
        }
        return weight;
    }

    private long emptyLength(Meter meter) {
        return timeBase.units((meter.free() ? USUAL_METER : meter).quarters());
    }

    private void check(int measure, Score score, List<List<TimedMeasure>> parts) {
        long length = lengths[measure];
        boolean counts = false;
        ScorePlace place = ScorePlace.WHOLE_FILE;
        for (int part = 0; part < parts.size(); part++) {
            if (measure < parts.get(part).size()) {
                Measure written = score.parts().get(part).measures().get(measure);
                place = written.place();
                counts |= !written.implicit();
                long own = parts.get(part).get(measure).length();
                if (own != 0 && own != length) {
                    notices.add(place, "measure ends before that of another part; the bar is as long as the longest");
                }
            }
        }
        Meter meter = meters[measure];
        if (counts && !meter.free() && timeBase.units(meter.quarters()) != length) {
            notices.add(
                    place,
                    "measure lasts " + new Fraction(length, timeBase.unitsPerQuarter()) + " where its meter asks for "
                            + meter.quarters() + " quarters");
        }
    }
}
