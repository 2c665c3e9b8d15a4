package io.github.musicgen.representation.melody;

import io.github.musicgen.representation.melody.MelodyResult.Reason;
import io.github.musicgen.representation.melody.MelodyResult.Rejected;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the lines of one part, one after another. Used once.
 *
 * <p>A line starts with the first note at or after a bar line. It ends before the first note that a gap of silence precedes,
 * and the next one is looked for from the next bar line on.
 */
final class PartScan {
    private final MelodyLimits limits;
    private final List<MeterSection> sections;
    private final List<QuantizedNote> notes; // in their natural order; all start within the sections
    private final List<MelodyResult> results = new ArrayList<>();
    private int next; // the first note that was not looked at yet
    private int sectionIndex; // no later than where that note lies

    private PartScan(MelodyLimits limits, List<MeterSection> sections, List<QuantizedNote> notes) {
        this.limits = limits;
        this.sections = sections;
        this.notes = notes;
    }

    static List<MelodyResult> scan(MelodyLimits limits, List<MeterSection> sections, List<QuantizedNote> notes) {
        PartScan scan = new PartScan(limits, sections, notes);
        while (scan.next < notes.size()) {
            scan.takeLine();
        }
        return scan.results;
    }

    private void takeLine() {
        MeterSection section = sectionAt(startOf(next));
        if (!section.hasWholeBars()) {
            rejectFractionalBars(section);
            return;
        }
        List<QuantizedNote> line = new ArrayList<>();
        while (next < notes.size() && !isAfterGap(line, startOf(next), section)) {
            int afterChord = indexFrom(next, startOf(next) + 1);
            if (afterChord > next + 1 && !limits.options().ignorePolyphonicNotes()) {
                rejectChord();
                return;
            }
            append(highest(next, afterChord), line);
            next = afterChord;
        }
        MelodyLine taken = new MelodyLine(section, line);
        results.add(limits.apply(taken));
        skipToBarLine(taken.endStep());
    }

    private boolean isAfterGap(List<QuantizedNote> line, int step, MeterSection section) {
        return !line.isEmpty()
                && step - line.get(line.size() - 1).endStep()
                        >= limits.options().gapBars() * section.stepsPerBar();
    }

    /** Of several notes of the highest pitch the shortest, which is the first. */
    private QuantizedNote highest(int from, int to) {
        int index = to - 1;
        while (index > from && notes.get(index - 1).pitch() == notes.get(index).pitch()) {
            index--;
        }
        return notes.get(index);
    }

    private static void append(QuantizedNote note, List<QuantizedNote> line) {
        int last = line.size() - 1;
        if (last >= 0 && line.get(last).endStep() > note.startStep()) {
            QuantizedNote cut = line.get(last);
            line.set(last, new QuantizedNote(cut.pitch(), cut.velocity(), cut.startStep(), note.startStep()));
        }
        line.add(note);
    }

    private void skipToBarLine(int endStep) {
        long barLine = sectionAt(endStep).barLineAfter(endStep);
        int skipped = indexFrom(next, barLine);
        if (skipped > next) {
            reject(
                    Reason.BEFORE_BAR_LINE,
                    startOf(next),
                    "a melody must start at a bar line, the next being step " + barLine + ", but " + (skipped - next)
                            + " notes start before it, the first at step " + startOf(next));
            next = skipped;
        }
    }

    private void rejectFractionalBars(MeterSection section) {
        reject(
                Reason.FRACTIONAL_BAR,
                startOf(next),
                "a bar of " + section.meter().name() + " must be a whole number of steps, but was "
                        + section.exactStepsPerBar() + " at " + section.grid().steps()
                        + " steps per quarter, from step " + section.startStep() + " on");
        next = indexFrom(next, section.endStep());
    }

    private void rejectChord() {
        reject(
                Reason.POLYPHONIC,
                startOf(next),
                "one note at most may start at a step, but pitches "
                        + notes.get(next).pitch() + " and "
                        + notes.get(next + 1).pitch() + " start at step " + startOf(next));
        next = notes.size();
    }

    private void reject(Reason reason, int step, String message) {
        results.add(new Rejected(reason, step, message));
    }

    private int startOf(int index) {
        return notes.get(index).startStep();
    }

    /** The first note from an index on that starts at or after a step. */
    private int indexFrom(int from, long step) {
        int index = from;
        while (index < notes.size() && startOf(index) < step) {
            index++;
        }
        return index;
    }

    private MeterSection sectionAt(int step) {
        while (sectionIndex + 1 < sections.size() && sections.get(sectionIndex).endStep() <= step) {
            sectionIndex++;
        }
        return sections.get(sectionIndex);
    }
}
