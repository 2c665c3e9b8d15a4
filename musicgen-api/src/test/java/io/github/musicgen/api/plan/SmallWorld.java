package io.github.musicgen.api.plan;

import io.github.musicgen.api.WishCheck;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A situation so small that every continuation can be tried.
 *
 * @param before what was played
 * @param steps how long the continuation is
 * @param pitches what the model can play
 * @param tonic the pitch class that music comes home to, if no key is wished for
 */
record SmallWorld(Melody before, int steps, List<Integer> pitches, int tonic) {
    Situation situation() {
        return Situation.after(before, steps, pitches::contains, tonic);
    }

    /** All beginnings of all continuations that keep the wishes, the whole ones too; none if the wishes contradict each other. */
    Set<List<Integer>> goodBeginnings(List<Constraint> wishes) {
        Set<List<Integer>> good = new HashSet<>();
        if (!leavesNoPitchWhereNotesMayStart(wishes)) {
            tryAll(new int[steps], 0, wishes, good);
        }
        return good;
    }

    private void tryAll(int[] events, int step, List<Constraint> wishes, Set<List<Integer>> good) {
        if (step == steps) {
            if (wishes.stream().allMatch(wish -> check(wishes).keeps(wish, events))) {
                addBeginnings(events, good);
            }
            return;
        }
        for (int event : vocabulary()) {
            events[step] = event;
            tryAll(events, step + 1, wishes, good);
        }
    }

    private static void addBeginnings(int[] events, Set<List<Integer>> good) {
        List<Integer> beginning = new ArrayList<>();
        good.add(List.of());
        for (int event : events) {
            beginning.add(event);
            good.add(List.copyOf(beginning));
        }
    }

    /** The documented rule: a step without any pitch contradicts, even if rests would do, unless a wish says that none may start. */
    private boolean leavesNoPitchWhereNotesMayStart(List<Constraint> wishes) {
        for (int step = 0; step < steps; step++) {
            int at = step;
            boolean silent = wishes.stream().anyMatch(wish -> forbidsNotes(wish, at));
            boolean some = pitches.stream()
                    .anyMatch(pitch ->
                            wishes.stream().allMatch(wish -> check(wishes).keepsAt(wish, at, pitch)));
            if (!silent && !some) {
                return true;
            }
        }
        return false;
    }

    /** Whether a wish is about when notes start, and says that none may here. */
    private boolean forbidsNotes(Constraint wish, int step) {
        boolean aboutTime = wish instanceof Constraint.OnGrid
                || wish instanceof Constraint.Rhythm
                || (wish instanceof Constraint.Forced forced && forced.event() < 0);
        return aboutTime
                && pitches.stream().noneMatch(pitch -> check(List.of(wish)).keepsAt(wish, step, pitch));
    }

    List<Integer> vocabulary() {
        List<Integer> events = new ArrayList<>(List.of(Melody.NO_EVENT, Melody.NOTE_OFF));
        events.addAll(pitches);
        return events;
    }

    private WishCheck check(List<Constraint> wishes) {
        List<Integer> notes = new ArrayList<>();
        for (int event : before.events()) {
            if (event >= 0) {
                notes.add(event);
            }
        }
        int home = wishes.stream()
                .filter(Constraint.InKey.class::isInstance)
                .map(wish -> ((Constraint.InKey) wish).scale().tonic())
                .findFirst()
                .orElse(tonic);
        return new WishCheck(notes, before.startStep() + before.length(), home);
    }
}
