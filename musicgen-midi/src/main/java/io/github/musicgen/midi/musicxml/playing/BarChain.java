package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import io.github.musicgen.midi.musicxml.score.Meter;
import io.github.musicgen.midi.musicxml.vocabulary.Fraction;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;

/**
 * Where bars begin when they are played, and the time signatures that say so.
 *
 * <p>A bar that is shorter than its meter asks for, such as a pickup, keeps the meter and is cut short: the next bar states its
 * meter again, and a stated meter begins a bar. A bar that is longer gets a meter with as many beats as it needs.
 */
final class BarChain {
    private static final int[] FREE_BEAT_TYPES = {4, 8, 16, 32};

    private final TimeBase timeBase;
    private final List<TimeSignature> timeSignatures = new ArrayList<>();
    private final long[] starts; // [played bars + 1]: units; the last is the end
    private int played;
    private boolean nextMustState = true;
    private Meter stated = Meter.FREE;

    private BarChain(TimeBase timeBase, int bars) {
        this.timeBase = timeBase;
        this.starts = new long[bars + 1];
    }

    /** Chains measures of some lengths and meters in the order in which they are played. */
    static BarChain of(TimeBase timeBase, int[] order, long[] lengths, Meter[] meters)
            throws MalformedMusicXmlException {
        BarChain chain = new BarChain(timeBase, order.length);
        for (int measure : order) {
            chain.add(lengths[measure], meters[measure]);
        }
        return chain;
    }

    long start(int bar) {
        return starts[bar];
    }

    long end() {
        return starts[played];
    }

    List<TimeSignature> timeSignatures() {
        return timeSignatures;
    }

    private void add(long length, Meter meter) throws MalformedMusicXmlException {
        Meter fitting = fitting(length, meter);
        if (nextMustState || !fitting.equals(stated)) {
            timeSignatures.add(new TimeSignature(timeBase.ticks(starts[played]), fitting.beats(), fitting.beatType()));
            stated = fitting;
        }
        nextMustState = timeBase.units(fitting.quarters()) != length;
        starts[played + 1] = starts[played] + length;
        played++;
        if (starts[played] > timeBase.lastUnit()) {
            throw new MalformedMusicXmlException(
                    ScorePlace.WHOLE_FILE,
                    "the music must end within " + timeBase.lastUnit() / timeBase.unitsPerQuarter() + " quarters");
        }
    }

    private Meter fitting(long length, Meter meter) {
        if (!meter.free() && length <= timeBase.units(meter.quarters())) {
            return meter;
        }
        Meter fitting = meter.free() ? free(length) : withBeats(length, meter.beatType());
        return fitting.beats() <= TimeSignature.MAX_NUMERATOR
                ? fitting
                : new Meter(
                        Math.min(
                                TimeSignature.MAX_NUMERATOR,
                                withBeats(length, 1).beats()),
                        1);
    }

    private Meter free(long length) {
        for (int beatType : FREE_BEAT_TYPES) {
            Meter meter = withBeats(length, beatType);
            if (timeBase.units(meter.quarters()) == length) {
                return meter;
            }
        }
        return withBeats(length, FREE_BEAT_TYPES[0]);
    }

    /** As many beats as a length needs, at least one; more than there can be if it is very long. */
    private Meter withBeats(long length, int beatType) {
        long beat = timeBase.units(new Fraction(4, beatType));
        long beats = Math.max(1, (length + beat - 1) / beat);
        return new Meter((int) Math.min(TimeSignature.MAX_NUMERATOR + 1L, beats), beatType);
    }
}
