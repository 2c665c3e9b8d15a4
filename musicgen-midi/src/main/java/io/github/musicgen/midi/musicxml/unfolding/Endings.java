package io.github.musicgen.midi.musicxml.unfolding;

import io.github.musicgen.midi.musicxml.score.FormMark.EndingStart;
import io.github.musicgen.midi.musicxml.score.FormMark.EndingStop;
import io.github.musicgen.midi.musicxml.score.FormMark.RepeatEnd;
import io.github.musicgen.midi.musicxml.score.FormMark.RepeatStart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The endings of a score, by the measures they cover. */
final class Endings {
    private final Form form;
    private final @Nullable Ending[] byMeasure; // [measures]
    private final boolean[] repeatEndsNext; // [measures + 1]

    Endings(Form form) {
        this.form = form;
        this.byMeasure = new Ending[form.measureCount()];
        this.repeatEndsNext = repeatEndsNext(form);
        int measure = 0;
        while (measure < byMeasure.length) {
            measure = form.has(measure, EndingStart.class) ? addGroup(measure) : measure + 1;
        }
    }

    /** The ending that a measure belongs to. */
    @Nullable
    Ending at(int measure) {
        return byMeasure[measure];
    }

    /** Adds the group that begins with a measure and says which measure follows it. */
    private int addGroup(int first) {
        List<Integer> bounds = new ArrayList<>(); // the first measure of each ending, and the one behind the group
        int measure = first;
        while (measure < byMeasure.length && form.has(measure, EndingStart.class)) {
            bounds.add(measure);
            measure = lastMeasure(measure) + 1;
        }
        bounds.add(measure);
        List<Integer> numbers = numbers(bounds);
        int last = measure - 1;
        Ending.Group group = new Ending.Group(numbers.size(), leadsBack(first, last), repeatEndsNext[measure]);
        for (int i = 0; i + 1 < bounds.size(); i++) {
            add(bounds.get(i), bounds.get(i + 1) - 1, numbers, group, i + 2 == bounds.size());
        }
        return measure;
    }

    private void add(int first, int last, List<Integer> numbers, Ending.Group group, boolean lastOfGroup) {
        Set<Integer> passes = passes(first).stream()
                .map(number -> Collections.binarySearch(numbers, number) + 1)
                .collect(Collectors.toSet());
        Ending ending = new Ending(first, last, passes, leadsBack(first, last), group, lastOfGroup);
        for (int measure = first; measure <= last; measure++) {
            byMeasure[measure] = ending;
        }
    }

    /** All numbers in a group; a pass is one of them by its rank, because some scores leave out numbers. */
    private List<Integer> numbers(List<Integer> bounds) {
        Set<Integer> numbers = new TreeSet<>();
        for (int first : bounds.subList(0, bounds.size() - 1)) {
            numbers.addAll(passes(first));
        }
        return List.copyOf(numbers);
    }

    private boolean leadsBack(int first, int last) {
        return IntStream.rangeClosed(first, last).anyMatch(measure -> form.has(measure, RepeatEnd.class));
    }

    private Set<Integer> passes(int first) {
        return form.mark(first, EndingStart.class).map(EndingStart::passes).orElseThrow();
    }

    /**
     * The last measure of an ending: with its stop, or at the repeat behind that if another ending follows there, because many
     * brackets are drawn over the first measure only. An ending that says nothing of its end goes on to the next.
     */
    private int lastMeasure(int first) {
        int stop = -1;
        for (int measure = first; measure < byMeasure.length; measure++) {
            if (measure > first && form.has(measure, EndingStart.class)) {
                return stop < 0 ? measure - 1 : stop;
            }
            if (measure > first && form.has(measure, RepeatStart.class)) {
                break;
            }
            stop = stop < 0 && form.has(measure, EndingStop.class) ? measure : stop;
            if (form.has(measure, RepeatEnd.class)) {
                boolean anotherFollows = measure + 1 < byMeasure.length && form.has(measure + 1, EndingStart.class);
                return stop < 0 || anotherFollows ? measure : stop;
            }
        }
        return stop < 0 ? first : stop;
    }

    /** Of each measure, whether the next repeat sign from its start on is the end of a repeat. */
    private static boolean[] repeatEndsNext(Form form) {
        boolean[] endsNext = new boolean[form.measureCount() + 1];
        for (int measure = form.measureCount() - 1; measure >= 0; measure--) {
            boolean ends = form.has(measure, RepeatEnd.class) || endsNext[measure + 1];
            endsNext[measure] = ends && !form.has(measure, RepeatStart.class);
        }
        return endsNext;
    }
}
