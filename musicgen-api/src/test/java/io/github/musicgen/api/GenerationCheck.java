package io.github.musicgen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.constraint.Constraint.FollowingChords;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Checks a generation from outside: its length, that it only adds to its primer, that its notes are those of its melody, and all
 * wishes.
 */
record GenerationCheck(Optional<RandomPrimer> primer, List<Constraint> wishes, int steps) {
    private static final int TICKS_PER_STEP = 120;

    /** Checks a generation, and the events that were told one by one while it was made. */
    void check(Generation generation, int... told) {
        Melody melody = generation.melody();
        assertThat(generation.complete()).isTrue();
        assertThat(melody.length()).isEqualTo(steps);
        assertThat(melody.startStep()).isEqualTo(firstStep());
        assertThat(Melody.of(told).events()).isEqualTo(melody.events());
        checkWishes(told);
        checkWhole(generation.whole(), melody);
        assertThat(generation.logLikelihood()).isFinite().isLessThanOrEqualTo(0);
    }

    private int firstStep() {
        return primer.map(RandomPrimer::endStep).orElse(0);
    }

    private int tonic() {
        Optional<Integer> wished = wishes.stream()
                .filter(InKey.class::isInstance)
                .map(wish -> ((InKey) wish).scale().tonic())
                .findFirst();
        return wished.orElseGet(() -> primer.map(RandomPrimer::tonic).orElse(0)); // all models know C
    }

    private void checkWishes(int... events) {
        WishCheck check = new WishCheck(primer.map(RandomPrimer::pitches).orElse(List.of()), firstStep(), tonic());
        for (Constraint wish : wishes) {
            boolean kept = wish instanceof FollowingChords ? followsChords(events) : check.keeps(wish, events);
            assertThat(kept)
                    .as("%s is kept by %s after %s", wish, Arrays.toString(events), primer)
                    .isTrue();
        }
    }

    private boolean followsChords(int... events) {
        for (int step = 0; step < steps && primer.isPresent(); step++) {
            Optional<Chord> chord = primer.get().chordAt(firstStep() + step).map(Chord::parse);
            if (events[step] >= 0
                    && chord.isPresent()
                    && !chord.get().isNone()
                    && !chord.get().contains(events[step])) {
                return false;
            }
        }
        return true;
    }

    private void checkWhole(NoteSequence whole, Melody melody) {
        NoteSequence before = primer.map(RandomPrimer::music).orElse(null);
        int part = before == null ? 0 : before.parts().size() - 1;
        List<Note> expected = new ArrayList<>(
                before == null ? List.of() : before.parts().get(part).notes());
        int ticksPerStep = whole.ticksPerQuarter() / melody.stepsPerQuarter();
        assertThat(ticksPerStep).isEqualTo(TICKS_PER_STEP);
        expected.addAll(notes(melody));
        List<Note> notes = whole.parts().get(part).notes();
        assertThat(notes)
                .extracting(Note::pitch, Note::startTick, Note::endTick)
                .containsExactlyElementsOf(expected.stream()
                        .map(note -> tuple(note.pitch(), note.startTick(), note.endTick()))
                        .toList());
        assertThat(whole.endTick())
                .isEqualTo(Math.max((long) melody.endStep() * TICKS_PER_STEP, before == null ? 0 : before.endTick()));
        if (before != null) {
            List<Part> others = new ArrayList<>(whole.parts());
            others.set(part, before.parts().get(part));
            assertThat(whole.withParts(others).toBuilder().endTick(0).build())
                    .isEqualTo(before.toBuilder().endTick(0).build());
        }
    }

    /** The notes of a melody, counted step by step. */
    private static List<Note> notes(Melody melody) {
        List<Note> notes = new ArrayList<>();
        for (int step = 0; step < melody.length(); step++) {
            if (melody.event(step) >= 0) {
                int end = step + 1;
                while (end < melody.length() && melody.event(end) == Melody.NO_EVENT) {
                    end++;
                }
                long start = melody.startStep() + (long) step;
                notes.add(new Note(
                        melody.event(step),
                        100,
                        start * TICKS_PER_STEP,
                        (melody.startStep() + (long) end) * TICKS_PER_STEP));
            }
        }
        return notes;
    }
}
