package io.github.musicgen.midi.musicxml;

import io.github.musicgen.midi.musicxml.FormMark.EndingStart;
import io.github.musicgen.midi.musicxml.FormMark.EndingStop;
import io.github.musicgen.midi.musicxml.FormMark.RepeatEnd;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The endings of a score, by the measures they cover. */
final class Endings {
    private final @Nullable Ending[] byMeasure; // [measures]

    Endings(Form form) {
        byMeasure = new Ending[form.measureCount()];
        List<Ending> group = new ArrayList<>();
        for (int measure = 0; measure < byMeasure.length; measure++) {
            EndingStart start = form.mark(measure, EndingStart.class).orElse(null);
            if (start != null) {
                int last = lastMeasure(form, measure);
                group.add(new Ending(measure, last, start.passes(), false, 0));
                measure = last;
            }
            boolean goesOn = measure + 1 < byMeasure.length && form.has(measure + 1, EndingStart.class);
            if (!goesOn && !group.isEmpty()) {
                complete(form, group);
                group.clear();
            }
        }
    }

    /** The ending that a measure belongs to. */
    @Nullable
    Ending at(int measure) {
        return byMeasure[measure];
    }

    /** An ending that says nothing of its end goes on to the repeat or the next ending; if there is none, it is one measure long. */
    private static int lastMeasure(Form form, int first) {
        for (int measure = first; measure < form.measureCount(); measure++) {
            if (form.has(measure, EndingStop.class) || form.has(measure, RepeatEnd.class)) {
                return measure;
            }
            if (measure > first && form.has(measure, EndingStart.class)) {
                return measure - 1;
            }
        }
        return first;
    }

    private void complete(Form form, List<Ending> group) {
        int passes = passes(form, group);
        for (int i = 0; i < group.size(); i++) {
            Ending ending = group.get(i);
            Ending complete = new Ending(ending.first(), ending.last(), ending.passes(), i == group.size() - 1, passes);
            for (int measure = ending.first(); measure <= ending.last(); measure++) {
                byMeasure[measure] = complete;
            }
        }
    }

    /** As often as the repeats or the numbers of the endings say, whichever is more. */
    private static int passes(Form form, List<Ending> group) {
        int passes = 0;
        for (Ending ending : group) {
            for (int measure = ending.first(); measure <= ending.last(); measure++) {
                passes = Math.max(
                        passes,
                        form.mark(measure, RepeatEnd.class)
                                .map(RepeatEnd::times)
                                .orElse(0));
            }
        }
        int highest =
                group.stream().mapToInt(ending -> ending.passes().last()).max().orElse(0);
        return passes == 0 ? 0 : Math.max(passes, highest);
    }
}
