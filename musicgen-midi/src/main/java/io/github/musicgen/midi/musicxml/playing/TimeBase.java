package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.Measure;
import io.github.musicgen.midi.musicxml.score.MeasureElement;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Attributes;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Direction;
import io.github.musicgen.midi.musicxml.score.MeasureElement.Move;
import io.github.musicgen.midi.musicxml.score.MeasureElement.WrittenNote;
import io.github.musicgen.midi.musicxml.score.Meter;
import io.github.musicgen.midi.musicxml.score.Score;
import io.github.musicgen.midi.musicxml.score.ScorePart;
import io.github.musicgen.midi.musicxml.source.Notices;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import io.github.musicgen.representation.time.Ticks;

/**
 * How time is counted: in units that express every length of a score exactly, and from those in ticks.
 *
 * <p>A tick is a unit wherever the resolution allows it: 480 ticks to a quarter if that expresses all, else the least multiple of
 * it that does, else the number of units. Only music too fine for any resolution of ticks is rounded, each position once.
 */
record TimeBase(long unitsPerQuarter, int ticksPerQuarter) {
    /** The finest common unit that scores may need. */
    private static final long MAX_UNITS_PER_QUARTER = 1L << 30;

    private static final int USUAL_TICKS = 480;
    /** Many divisors: 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, ... */
    private static final int TICKS_WHEN_ROUNDING = 30_240;

    /** The coarsest time base that is exact for a score. */
    static TimeBase of(Score score, Notices notices) throws MalformedMusicXmlException {
        long units = 1;
        for (ScorePart part : score.parts()) {
            for (Measure measure : part.measures()) {
                for (MeasureElement element : measure.elements()) {
                    units = common(units, element);
                }
            }
        }
        return of(units, notices);
    }

    private static TimeBase of(long units, Notices notices) {
        long usual = Fraction.leastCommonMultiple(units, USUAL_TICKS);
        if (usual <= Ticks.MAX_PER_QUARTER) {
            return new TimeBase(usual, (int) usual);
        }
        if (units <= Ticks.MAX_PER_QUARTER) {
            return new TimeBase(units, (int) units);
        }
        notices.add(
                ScorePlace.WHOLE_FILE,
                "lengths need " + units + " ticks per quarter; rounded to " + TICKS_WHEN_ROUNDING);
        return new TimeBase(units, TICKS_WHEN_ROUNDING);
    }

    private static long common(long units, MeasureElement element) throws MalformedMusicXmlException {
        long denominator = denominator(element);
        long factor = denominator / Fraction.greatestCommonDivisor(units, denominator);
        if (factor > MAX_UNITS_PER_QUARTER / units) { // their product may be beyond a long
            throw new MalformedMusicXmlException(
                    element.place(),
                    "lengths must have a common measure of at most " + MAX_UNITS_PER_QUARTER
                            + " to a quarter, but need " + units + " times " + factor);
        }
        return units * factor;
    }

    private static long denominator(MeasureElement element) {
        if (element instanceof WrittenNote note) {
            return note.quarters().denominator();
        }
        if (element instanceof Move move) {
            return move.quarters().denominator();
        }
        if (element instanceof Direction direction) {
            return direction.offset().denominator();
        }
        Meter meter = ((Attributes) element).meter();
        return meter == null ? 1 : meter.quarters().denominator();
    }

    long units(Fraction quarters) {
        return quarters.inUnits(unitsPerQuarter);
    }

    /** A position in ticks, halves up. */
    long ticks(long units) {
        if (unitsPerQuarter == ticksPerQuarter) {
            return units;
        }
        long rest = units % unitsPerQuarter * ticksPerQuarter;
        return units / unitsPerQuarter * ticksPerQuarter + (2 * rest + unitsPerQuarter) / (2 * unitsPerQuarter);
    }

    /** The last position that can be expressed in ticks. */
    long lastUnit() {
        return Ticks.MAX / ticksPerQuarter * unitsPerQuarter;
    }
}
