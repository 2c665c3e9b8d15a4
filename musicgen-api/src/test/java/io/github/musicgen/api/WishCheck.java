package io.github.musicgen.api;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.ChordTones;
import io.github.musicgen.api.constraint.Constraint.EndingOn;
import io.github.musicgen.api.constraint.Constraint.EndingOnTonic;
import io.github.musicgen.api.constraint.Constraint.Forbidden;
import io.github.musicgen.api.constraint.Constraint.Forced;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.constraint.Constraint.MaxRepeats;
import io.github.musicgen.api.constraint.Constraint.OnGrid;
import io.github.musicgen.api.constraint.Constraint.Rhythm;
import io.github.musicgen.api.constraint.Constraint.Within;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a finished continuation keeps a wish: read off the definition of each wish, event by event, and nothing shared with the
 * plan.
 *
 * @param notesBefore the pitches struck before the continuation
 * @param firstStep the step of the music that it begins at
 * @param tonic the pitch class that music comes home to
 */
public record WishCheck(List<Integer> notesBefore, int firstStep, int tonic) {
    /** Whether a finished continuation keeps a wish. */
    public boolean keeps(Constraint wish, int... events) {
        if (wish instanceof MaxRepeats repeats) {
            return longestRunThatEndsIn(events) <= repeats.notes();
        }
        if (wish instanceof EndingOn ending) {
            return endsOn(ending.pitchClass(), events);
        }
        if (wish instanceof EndingOnTonic) {
            return endsOn(tonic, events);
        }
        for (int step = 0; step < events.length; step++) {
            if (!keepsAt(wish, step, events[step])) {
                return false;
            }
        }
        return true;
    }

    /** Whether an event keeps a wish by itself; wishes that look at several events are kept by each. */
    public boolean keepsAt(Constraint wish, int step, int event) {
        boolean note = event >= 0;
        if (wish instanceof InKey key) {
            return !note || key.scale().contains(event);
        } else if (wish instanceof Within range) {
            return !note || (range.lowest() <= event && event <= range.highest());
        } else if (wish instanceof ChordTones chord) {
            return !note
                    || step < chord.fromStep()
                    || step >= chord.toStep()
                    || chord.chord().contains(event);
        } else if (wish instanceof Forbidden forbidden) {
            return event != forbidden.pitch();
        } else if (wish instanceof OnGrid grid) {
            return !note || (firstStep + step) % grid.steps() == grid.offset();
        } else if (wish instanceof Rhythm rhythm) {
            char mark = rhythm.pattern().charAt(step % rhythm.pattern().length());
            return mark == '?' || note == (mark == 'x');
        } else if (wish instanceof Forced forced) {
            return step != forced.step() || event == forced.event();
        }
        return true;
    }

    private boolean endsOn(int pitchClass, int... events) {
        int last = Melody.NO_EVENT;
        for (int event : events) {
            last = event >= 0 ? event : last;
        }
        return last >= 0 && last % 12 == pitchClass;
    }

    /** Runs that were over before the continuation began do not count. */
    private int longestRunThatEndsIn(int... events) {
        List<Integer> notes = new ArrayList<>(notesBefore);
        int longest = 0;
        for (int event : events) {
            if (event >= 0) {
                notes.add(event);
                int run = 0;
                while (run < notes.size() && notes.get(notes.size() - 1 - run) == event) {
                    run++;
                }
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }
}
