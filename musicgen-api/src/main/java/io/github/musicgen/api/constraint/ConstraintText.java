package io.github.musicgen.api.constraint;

import io.github.musicgen.api.constraint.Constraint.ChordTones;
import io.github.musicgen.api.constraint.Constraint.EndingOn;
import io.github.musicgen.api.constraint.Constraint.EndingOnTonic;
import io.github.musicgen.api.constraint.Constraint.FollowingChords;
import io.github.musicgen.api.constraint.Constraint.Forbidden;
import io.github.musicgen.api.constraint.Constraint.Forced;
import io.github.musicgen.api.constraint.Constraint.InKey;
import io.github.musicgen.api.constraint.Constraint.MaxRepeats;
import io.github.musicgen.api.constraint.Constraint.OnGrid;
import io.github.musicgen.api.constraint.Constraint.Rhythm;
import io.github.musicgen.api.constraint.Constraint.Within;
import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;
import java.util.Arrays;

/** Wishes as text: a word, then what it needs. */
final class ConstraintText {
    private static final String WORDS =
            "\"key D dorian\", \"range C4 C6\", \"chord 0 16 Am7\", \"chords\", \"grid 4 0\", \"rhythm x..x\", "
                    + "\"force 0 C4\" (or off, or hold), \"forbid F#4\", \"repeats 3\", \"end tonic\" or \"end D\"";
    private static final String OFF = "off";
    private static final String HOLD = "hold";
    private static final int LOWEST_OCTAVE = -1;
    private static final int MAX_TOLD = 80;

    private final String text;
    private final String[] words;

    private ConstraintText(String text) {
        this.text = text;
        this.words = text.strip().split("\\s+");
    }

    static Constraint parse(String text) {
        return new ConstraintText(text).constraint();
    }

    static String nameOf(int event) {
        return switch (event) {
            case Melody.NO_EVENT -> HOLD;
            case Melody.NOTE_OFF -> OFF;
            default -> Pitch.nameOf(event);
        };
    }

    static String nameOfPitchClass(int pitchClass) {
        String name = Pitch.nameOf(pitchClass);
        return name.substring(0, name.length() - String.valueOf(LOWEST_OCTAVE).length());
    }

    private Constraint constraint() {
        return switch (words[0]) {
            case "key" -> new InKey(Scale.parse(rest(1)));
            case "range" -> new Within(pitch(1, 3), pitch(2, 3));
            case "chord" -> new ChordTones(whole(1), whole(2), Chord.parse(rest(3)));
            case "chords" -> followingChords();
            case "grid" -> new OnGrid(whole(1, 3), whole(2, 3));
            case "rhythm" -> new Rhythm(word(1, 2));
            case "force" -> new Forced(whole(1, 3), event(word(2, 3)));
            case "forbid" -> new Forbidden(pitch(1, 2));
            case "repeats" -> new MaxRepeats(whole(1, 2));
            case "end" -> ending(word(1, 2));
            default -> throw malformed();
        };
    }

    private Constraint followingChords() {
        requireCount(1);
        return new FollowingChords();
    }

    private static Constraint ending(String word) {
        return word.equals("tonic") ? new EndingOnTonic() : new EndingOn(Pitch.parse(word + "4") % Pitch.PER_OCTAVE);
    }

    private static int event(String word) {
        return switch (word) {
            case HOLD -> Melody.NO_EVENT;
            case OFF -> Melody.NOTE_OFF;
            default -> Pitch.parse(word);
        };
    }

    private int pitch(int index, int count) {
        return Pitch.parse(word(index, count));
    }

    private int whole(int index, int count) {
        requireCount(count);
        return whole(index);
    }

    private int whole(int index) {
        String word = rest(index).split(" ", 2)[0];
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private String word(int index, int count) {
        requireCount(count);
        return words[index];
    }

    private void requireCount(int count) {
        if (words.length != count) {
            throw malformed();
        }
    }

    private String rest(int from) {
        if (words.length <= from) {
            throw malformed();
        }
        return String.join(" ", Arrays.asList(words).subList(from, words.length));
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("a wish is one of " + WORDS + ", but was \""
                + text.substring(0, Math.min(text.length(), MAX_TOLD)) + "\"");
    }
}
