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
import java.util.regex.Pattern;

/** Wishes as text: a word, then what it needs. */
final class ConstraintText {
    private static final String WISHES =
            "\"key D dorian\", \"range C4 C6\", \"chord 0 16 Am7\", \"chords\", \"grid 4 0\", \"rhythm x..x\", "
                    + "\"force 0 C4\" (or off, or hold), \"forbid F#4\", \"repeats 3\", \"end tonic\" and \"end D\"";
    private static final String OFF = "off";
    private static final String HOLD = "hold";
    private static final String TONIC = "tonic";
    private static final Pattern GAP = Pattern.compile("\\s+");
    private static final Pattern PITCH_CLASS = Pattern.compile("[A-Ga-g](##|bb|#|b)?");
    private static final String ANY_OCTAVE = "4";
    private static final int LOWEST_OCTAVE = -1;
    private static final int MAX_TOLD = 80;

    private final String[] words;

    private ConstraintText(String text) {
        this.words = GAP.split(text.strip());
    }

    static Constraint parse(String text) {
        try {
            return new ConstraintText(text).constraint();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    quote(text) + " is no wish: " + e.getMessage() + "; wishes are " + WISHES, e);
        }
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

    static String singleSpaced(String text) {
        return GAP.matcher(text.strip()).replaceAll(" ");
    }

    private Constraint constraint() {
        return switch (words[0]) {
            case "key" -> new InKey(Scale.parse(textFrom(1)));
            case "range" -> inRange();
            case "chord" -> new ChordTones(number(1), number(2), Chord.parse(textFrom(3)));
            case "chords" -> followingChords();
            case "grid" -> onGrid();
            case "rhythm" -> new Rhythm(onlyWord());
            case "force" -> forced();
            case "forbid" -> new Forbidden(pitch(onlyWord()));
            case "repeats" -> new MaxRepeats(number(onlyWord()));
            case "end" -> ending(onlyWord());
            default -> throw new IllegalArgumentException("none begins with " + quote(words[0]));
        };
    }

    private Constraint inRange() {
        requireWords(2);
        return new Within(pitch(words[1]), pitch(words[2]));
    }

    private Constraint followingChords() {
        requireWords(0);
        return new FollowingChords();
    }

    private Constraint onGrid() {
        requireWords(2);
        return new OnGrid(number(1), number(2));
    }

    private Constraint forced() {
        requireWords(2);
        return new Forced(number(1), event(words[2]));
    }

    private static Constraint ending(String word) {
        if (word.equals(TONIC)) {
            return new EndingOnTonic();
        }
        if (!PITCH_CLASS.matcher(word).matches()) {
            throw new IllegalArgumentException("a pitch class is written like C, F# or Bb, but was " + quote(word));
        }
        return new EndingOn(Pitch.parse(word + ANY_OCTAVE) % Pitch.PER_OCTAVE);
    }

    private static int event(String word) {
        return switch (word) {
            case HOLD -> Melody.NO_EVENT;
            case OFF -> Melody.NOTE_OFF;
            default -> pitch(word);
        };
    }

    private static int pitch(String word) {
        return Pitch.parse(beginning(word)); // no pitch is so long that it is cut
    }

    private int number(int index) {
        requireAtLeast(index);
        return number(words[index]);
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a number must be a whole one up to " + Integer.MAX_VALUE + ", but was " + quote(word), e);
        }
    }

    private String onlyWord() {
        requireWords(1);
        return words[1];
    }

    private String textFrom(int index) {
        requireAtLeast(index);
        return String.join(" ", Arrays.asList(words).subList(index, words.length));
    }

    private void requireWords(int count) {
        if (words.length != count + 1) {
            throw new IllegalArgumentException(
                    "after \"" + words[0] + "\" must come " + count + " words, but came " + (words.length - 1));
        }
    }

    private void requireAtLeast(int count) {
        if (words.length <= count) {
            throw new IllegalArgumentException("after \"" + words[0] + "\" must come at least " + count
                    + " words, but came " + (words.length - 1));
        }
    }

    private static String quote(String text) {
        return "\"" + beginning(text) + "\"";
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), MAX_TOLD));
    }
}
