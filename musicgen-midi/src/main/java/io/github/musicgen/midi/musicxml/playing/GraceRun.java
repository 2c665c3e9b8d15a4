package io.github.musicgen.midi.musicxml.playing;

import java.util.ArrayList;
import java.util.List;

/** Grace notes that follow each other: how many there are is known only behind the last. */
final class GraceRun {
    private final List<TimedNote> notes = new ArrayList<>();
    private final List<Integer> slots = new ArrayList<>(); // of each note

    void add(TimedNote note, boolean chord) {
        int last = slots.isEmpty() ? -1 : slots.get(slots.size() - 1);
        notes.add(note);
        slots.add(chord ? Math.max(0, last) : last + 1);
    }

    /** Ends the run and gives its notes, each of which knows its slot. */
    List<TimedNote> end() {
        List<TimedNote> run = new ArrayList<>(notes.size());
        for (int i = 0; i < notes.size(); i++) {
            run.add(notes.get(i).withGraceSlot(slots.get(i), slots.get(slots.size() - 1) + 1));
        }
        notes.clear();
        slots.clear();
        return run;
    }
}
