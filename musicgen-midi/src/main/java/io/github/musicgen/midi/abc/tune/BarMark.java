package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.text.Place;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that the bar lines at one time say.
 *
 * @param time where they stand
 * @param ends how many repetitions end here
 * @param starts how many repetitions start here
 * @param section whether a section ends here
 * @param endings the numbers of the variant ending that begins here; empty if none does
 * @param place where the first of them is written
 */
public record BarMark(long time, int ends, int starts, boolean section, Set<Integer> endings, Place place) {

    /** Copies the set. */
    public BarMark {
        endings = Set.copyOf(endings);
    }

    static BarMark of(long time, BarSign sign, Set<Integer> endings, Place place) {
        return new BarMark(time, sign.ends(), sign.starts(), sign.section(), endings, place);
    }

    /** Whether it is a bar line and nothing else, which bars of less than full length rarely end at. */
    public boolean isPlain() {
        return !isRepeat() && !section;
    }

    boolean isRepeat() {
        return ends > 0 || starts > 0 || !endings.isEmpty();
    }

    /** Those of some marks, which are in order of time, that lie at or between two times. */
    public static List<BarMark> between(long from, long to, List<BarMark> marks) {
        return marks.subList(
                Timeline.firstNotBefore(from, marks, BarMark::time),
                Timeline.firstNotBefore(to + 1, marks, BarMark::time));
    }

    BarMark and(BarMark other) {
        Set<Integer> both = new TreeSet<>(endings);
        both.addAll(other.endings);
        return new BarMark(
                time,
                Math.max(ends, other.ends),
                Math.max(starts, other.starts),
                section || other.section,
                both,
                place);
    }
}
