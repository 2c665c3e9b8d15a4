package io.github.musicgen.midi.abc.tune;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accidentals that a bar has seen so far, and those that ties carry into the next one. */
public final class BarAccidentals {
    private final Map<Integer, Integer> seen = new HashMap<>(); // letter and, if the rule says so, octave -> alteration
    private final Map<Integer, Integer> tied = new HashMap<>(); // letter and octave -> alteration

    /** The alteration of a note in semitones: its own accidental, or else what ties, its bar or its key say. */
    public int alteration(StaffNote note, Key key, AccidentalRule rule) {
        Integer own = note.accidental();
        if (own != null) {
            if (rule != AccidentalRule.NOT) {
                seen.put(reach(note, rule), own);
            }
            return own;
        }
        Integer carried = tied.get(note.position());
        return carried != null ? carried : inBar(note, key, rule);
    }

    private int inBar(StaffNote note, Key key, AccidentalRule rule) {
        @Nullable Integer before = seen.get(reach(note, rule));
        return before != null ? before : key.alterations().get(note.step());
    }

    private static int reach(StaffNote note, AccidentalRule rule) {
        return rule == AccidentalRule.OCTAVE ? note.position() : note.step();
    }

    void forgetTies() {
        tied.clear();
    }

    void tie(StaffNote note, int alteration) {
        tied.put(note.position(), alteration);
    }

    void endBar() {
        seen.clear();
    }
}
