package io.github.musicgen.api.plan;

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
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What wishes say of each step by itself, and of the whole. */
final class Rules {
    private final Situation situation;
    private final int tonic;
    private final EventSet[] pitches; // [steps]: the notes that may start
    private final boolean[] mayStart; // [steps]: whether any note may
    private final boolean[] mustStart; // [steps]: whether one has to
    private final EventSet[] forced; // [steps]: what has to happen, or everything
    private int maxRepeats = Reach.UNLIMITED;
    private EventSet endings = EventSet.ALL_PITCHES;
    private boolean endsOnNote;

    Rules(Situation situation, List<Constraint> wishes, Deadline deadline) {
        int steps = situation.steps();
        this.situation = situation;
        this.tonic = tonic(situation, wishes);
        this.pitches = new EventSet[steps];
        this.mayStart = new boolean[steps];
        this.mustStart = new boolean[steps];
        this.forced = new EventSet[steps];
        Arrays.fill(pitches, situation.known());
        Arrays.fill(mayStart, true);
        Arrays.fill(forced, EventSet.RESTS.or(EventSet.ALL_PITCHES));
        for (Constraint wish : wishes) {
            deadline.check();
            add(wish);
        }
    }

    /** That of the first key wished for, or else of the music. It follows from the wishes, so that without a key another one counts. */
    private static int tonic(Situation situation, List<Constraint> wishes) {
        return wishes.stream()
                .filter(InKey.class::isInstance)
                .map(wish -> ((InKey) wish).scale().tonic())
                .findFirst()
                .orElse(situation.tonic());
    }

    private void add(Constraint wish) {
        if (wish instanceof InKey key) {
            limit(0, pitches.length, EventSet.ofPitches(key.scale()::contains));
        } else if (wish instanceof Within range) {
            limit(0, pitches.length, EventSet.ofPitches(p -> p >= range.lowest() && p <= range.highest()));
        } else if (wish instanceof ChordTones chord) {
            limit(
                    step(chord, chord.fromStep()),
                    Math.min(chord.toStep(), pitches.length),
                    EventSet.ofPitches(chord.chord()::contains));
        } else if (wish instanceof Forbidden forbidden) {
            limit(0, pitches.length, EventSet.ofPitches(p -> p != forbidden.pitch()));
        } else if (wish instanceof OnGrid grid) {
            addGrid(grid);
        } else if (wish instanceof Rhythm rhythm) {
            addRhythm(rhythm.pattern());
        } else if (wish instanceof Forced event) {
            int step = step(event, event.step());
            forced[step] = forced[step].and(EventSet.of(event.event()));
        } else if (wish instanceof MaxRepeats repeats) {
            maxRepeats = Math.min(maxRepeats, repeats.notes());
        } else if (wish instanceof EndingOn ending) {
            addEnding(ending.pitchClass());
        } else if (wish instanceof EndingOnTonic) {
            addEnding(tonic);
        } else {
            throw new IllegalArgumentException("\"" + wish + "\" must be said in chords before a plan is made");
        }
    }

    private int step(Constraint wish, int step) {
        if (step >= pitches.length) {
            throw new IllegalArgumentException("a wish must be about steps 0.." + (pitches.length - 1)
                    + ", which are all that are generated, but was \"" + wish + "\"");
        }
        return step;
    }

    private void limit(int from, int to, EventSet allowed) {
        EventSet before = situation.known();
        EventSet after = before.and(allowed);
        for (int step = from; step < to; step++) {
            if (!pitches[step].equals(before)) { // neighbours share an object, of which a long piece needs few
                before = pitches[step];
                after = before.and(allowed);
            }
            pitches[step] = after;
        }
    }

    private void addGrid(OnGrid grid) {
        for (int step = 0; step < mayStart.length; step++) {
            mayStart[step] &= (situation.firstStep() + (long) step) % grid.steps() == grid.offset();
        }
    }

    private void addRhythm(String pattern) {
        for (int step = 0; step < mayStart.length; step++) {
            char mark = pattern.charAt(step % pattern.length());
            mustStart[step] |= mark == 'x';
            mayStart[step] &= mark != '.';
        }
    }

    private void addEnding(int pitchClass) {
        endings = endings.and(EventSet.ofPitches(p -> p % Pitch.PER_OCTAVE == pitchClass));
        endsOnNote = true;
    }

    /** A last note that is wished for shall sound for a beat, if the piece has two of them and no other wish forbids it. */
    Rules letTheLastNoteSound() {
        int beat = situation.stepsPerQuarter();
        if (mayStart.length >= 2 * beat) {
            Arrays.fill(mayStart, mayStart.length - beat + 1, mayStart.length, false);
        }
        return this;
    }

    /** The first step at which nothing is left, or no note where one could start; or -1. */
    int firstContradiction() {
        for (int step = 0; step < pitches.length; step++) {
            boolean free = forced[step].hasRests() && forced[step].hasPitches();
            if (allowed(step).isEmpty() || (free && mayStart[step] && !pitches[step].hasPitches())) {
                return step;
            }
        }
        return -1;
    }

    /** What may happen at each step; equal sets are one object. */
    EventSet[] allowed() {
        Map<EventSet, EventSet> known = new HashMap<>();
        EventSet[] allowed = new EventSet[pitches.length];
        for (int step = 0; step < allowed.length; step++) {
            allowed[step] = known.computeIfAbsent(allowed(step), set -> set);
        }
        return allowed;
    }

    private EventSet allowed(int step) {
        EventSet notes = mayStart[step] ? pitches[step] : new EventSet(0, 0, 0);
        EventSet all = mustStart[step] ? notes : notes.or(EventSet.RESTS);
        return all.and(forced[step]);
    }

    int maxRepeats() {
        return maxRepeats;
    }

    EventSet endings() {
        return endings;
    }

    boolean endsOnNote() {
        return endsOnNote;
    }

    /** Whether what may happen at a step depends on what happened before. */
    boolean lookBack() {
        return maxRepeats != Reach.UNLIMITED || endsOnNote;
    }
}
