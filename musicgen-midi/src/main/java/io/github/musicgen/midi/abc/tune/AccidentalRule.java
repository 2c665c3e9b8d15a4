package io.github.musicgen.midi.abc.tune;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far an accidental before a note reaches: the directive {@code %%propagate-accidentals}. */
public enum AccidentalRule {
    /** No further than its note. */
    NOT,
    /** To all notes of its letter and octave up to the next bar line. */
    OCTAVE,
    /** To all notes of its letter up to the next bar line. The default of the standard. */
    PITCH;

    public static @Nullable AccidentalRule parse(String name) {
        for (AccidentalRule rule : values()) {
            if (rule.name().toLowerCase(Locale.ROOT).equals(name)) {
                return rule;
            }
        }
        return null;
    }
}
