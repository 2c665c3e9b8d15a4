package io.github.musicgen.midi.abc.unfolding;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Place;
import io.github.musicgen.midi.abc.text.Problems;
import io.github.musicgen.midi.abc.tune.BarMark;
import io.github.musicgen.midi.abc.unfolding.Section.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the sections of a stretch of the score by its bar lines.
 *
 * <p>A repetition that nothing starts goes back to the last end of a repetition or section, or to the start. Endings belong
 * together as long as each begins where the one before ends.
 */
final class Sections {
    private final Problems problems;
    private final List<Section> sections = new ArrayList<>();
    private final List<Ending> endings = new ArrayList<>();
    private Set<Integer> open = Set.of();
    private long openFrom;
    private long start;
    private long bodyEnd;
    private int startSigns;
    private Place startPlace;

    private Sections(long from, Problems problems, Place place) {
        this.start = from;
        this.problems = problems;
        this.startPlace = place;
    }

    static List<Section> between(long from, long to, List<BarMark> marks, Problems problems, Place place)
            throws MalformedAbcException {
        Sections sections = new Sections(from, problems, place);
        for (BarMark mark : BarMark.between(from, to, marks)) {
            sections.endAt(mark, from, to);
            sections.startAt(mark, to);
        }
        sections.finish(to);
        return sections.sections;
    }

    private void endAt(BarMark mark, long from, long to) throws MalformedAbcException {
        if (mark.time() == from) {
            if (mark.ends() > 0 && from == 0) {
                nothingToRepeat(mark);
            }
            return;
        }
        if (!mark.isPlain()) {
            closeEnding(mark.time());
        }
        boolean goesOn = !mark.endings().isEmpty() && mark.time() < to; // an ending without notes is none
        if (mark.ends() > 0 && endings.isEmpty()) {
            repeat(mark);
        } else if (mark.ends() > 0 && !goesOn) {
            finishEndings(mark.time(), true);
        } else if (mark.section() && !goesOn) {
            endSection(mark);
        }
    }

    private void startAt(BarMark mark, long to) throws MalformedAbcException {
        if (mark.time() == to) {
            return;
        }
        if (mark.starts() > 0) {
            finish(mark.time());
            startSigns = mark.starts();
            startPlace = mark.place();
        }
        if (!mark.endings().isEmpty()) {
            bodyEnd = endings.isEmpty() ? mark.time() : bodyEnd;
            open = mark.endings();
            openFrom = mark.time();
        }
    }

    private void repeat(BarMark mark) throws MalformedAbcException {
        if (start == mark.time()) {
            nothingToRepeat(mark);
            return;
        }
        if (startSigns > 0 && startSigns != mark.ends()) {
            problems.repaired(
                    mark.place(),
                    "repeat must end with as many colons as it starts with, " + startSigns + ", but had " + mark.ends(),
                    "the larger number holds");
        }
        add(mark.time(), Math.max(mark.ends(), startSigns) + 1);
    }

    private void nothingToRepeat(BarMark mark) throws MalformedAbcException {
        problems.repaired(mark.place(), "end of a repeat with nothing to repeat", "skipped");
    }

    /** A double bar within a repeat is just a double bar; outside, repeats don't go back beyond it. */
    private void endSection(BarMark mark) {
        if (!endings.isEmpty()) {
            finishEndings(mark.time(), false);
        } else if (startSigns == 0) {
            add(mark.time(), 1);
        }
    }

    private void closeEnding(long time) {
        if (!open.isEmpty()) {
            endings.add(new Ending(open, new Span(openFrom, time)));
            open = Set.of();
        }
    }

    /** A first ending that alone has a sign to go back is left out the second time. */
    private void finishEndings(long time, boolean goesBack) {
        Section section = new Section(new Span(start, bodyEnd), endings, 1);
        int last = section.lastNumber();
        sections.add(new Section(section.body(), endings, last == 1 && goesBack ? 2 : last));
        restart(time);
    }

    private void add(long time, int passes) {
        sections.add(new Section(new Span(start, time), List.of(), passes));
        restart(time);
    }

    private void restart(long time) {
        endings.clear();
        startSigns = 0;
        start = time;
    }

    private void finish(long time) throws MalformedAbcException {
        closeEnding(time);
        if (!endings.isEmpty()) {
            finishEndings(time, false);
        } else if (start < time) {
            if (startSigns > 0) {
                problems.repaired(startPlace, "repeat never ends", "played once");
            }
            add(time, 1);
        }
        restart(time);
    }
}
