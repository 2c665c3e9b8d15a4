package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The bar lines of a voice, in order of time. Those between which nothing sounds are one. */
final class BarLines {
    private final Problems problems;
    private final List<BarMark> marks = new ArrayList<>();

    BarLines(Problems problems) {
        this.problems = problems;
    }

    List<BarMark> marks() {
        return marks;
    }

    /** The start of a bar before some time: of the one at that time, or of one of those before it. */
    long barStart(int barsBack) {
        int index = marks.size() - 1 - barsBack;
        return index < 0 ? 0 : marks.get(index).time();
    }

    /** How many bars are complete. */
    int count() {
        return marks.size();
    }

    void add(BarMark mark, Meter meter) throws MalformedAbcException {
        long length = mark.time() - barStart(0);
        if (length == 0 && !marks.isEmpty()) {
            int last = marks.size() - 1;
            marks.set(last, marks.get(last).and(mark));
            return;
        }
        if (!meter.isFree()) {
            check(mark, length, meter);
        }
        marks.add(mark);
    }

    /** A variant ending may begin within a bar. */
    void addEnding(long time, Set<Integer> endings, Place place) throws MalformedAbcException {
        add(BarMark.of(time, BarSign.PLAIN, endings, place), Meter.FREE);
    }

    private void check(BarMark mark, long length, Meter meter) throws MalformedAbcException {
        boolean tooShort = length < meter.barLength()
                && !marks.isEmpty()
                && mark.isPlain()
                && marks.get(marks.size() - 1).isPlain();
        if (tooShort || length > meter.barLength()) {
            problems.repaired(
                    mark.place(),
                    "bar must be " + FineTime.inQuarters(meter.barLength()) + " quarters long in " + meter
                            + ", but was " + FineTime.inQuarters(length),
                    "kept as it is");
        }
    }
}
