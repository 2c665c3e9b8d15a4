package io.github.musicgen.api.constraint;

import io.github.musicgen.representation.harmony.Chord;
import io.github.musicgen.representation.harmony.Scale;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.Pitch;

/**
 * A wish about a continuation that is kept always. Steps count from the start of the continuation.
 *
 * <p>{@link Object#toString} says a wish as text, such as {@code key D dorian}, and {@link #parse} reads it again; commands take such
 * texts and recipes hold them.
 */
public sealed interface Constraint {
    /**
     * Reads a wish.
     *
     * @param text as {@link Object#toString} writes it
     * @return the wish
     * @throws IllegalArgumentException if it is none; the message says which there are
     */
    static Constraint parse(String text) {
        return ConstraintText.parse(text);
    }

    /**
     * Notes of a scale alone.
     *
     * @param scale the scale
     */
    record InKey(Scale scale) implements Constraint {
        @Override
        public String toString() {
            return "key " + scale.name();
        }
    }

    /**
     * Notes of a range alone.
     *
     * @param lowest the lowest pitch
     * @param highest the highest pitch
     */
    record Within(int lowest, int highest) implements Constraint {
        /** Checks the range. */
        public Within {
            Pitch.require(lowest);
            Pitch.require(highest);
            if (lowest > highest) {
                throw new IllegalArgumentException("the lowest pitch must not lie above the highest, but was "
                        + Pitch.nameOf(lowest) + " above " + Pitch.nameOf(highest));
            }
        }

        @Override
        public String toString() {
            return "range " + Pitch.nameOf(lowest) + " " + Pitch.nameOf(highest);
        }
    }

    /**
     * Notes that start in some steps belong to a chord.
     *
     * @param fromStep the first of the steps
     * @param toStep the step after the last
     * @param chord the chord, whose text is kept with single spaces
     */
    record ChordTones(int fromStep, int toStep, Chord chord) implements Constraint {
        /** Checks the steps and that the chord has tones. */
        public ChordTones {
            chord = Chord.parse(ConstraintText.singleSpaced(chord.text()));
            requireStep(fromStep);
            if (toStep <= fromStep) {
                throw new IllegalArgumentException(
                        "the chord must end after step " + fromStep + ", but was to end at step " + toStep);
            }
            if (chord.pitchClasses() == 0) {
                throw new IllegalArgumentException("the chord must have tones, but was \"" + chord.text() + "\"");
            }
        }

        @Override
        public String toString() {
            return "chord " + fromStep + " " + toStep + " " + chord.text();
        }
    }

    /** Notes belong to the chord symbol that stands in the music where they start; refused where the music has none at all. */
    record FollowingChords() implements Constraint {
        @Override
        public String toString() {
            return "chords";
        }
    }

    /**
     * Notes start on a grid alone. Its steps count from the start of the music, so that bars are kept.
     *
     * @param steps how many steps lie between two places where a note may start
     * @param offset the first of those places
     */
    record OnGrid(int steps, int offset) implements Constraint {
        /** Checks both. */
        public OnGrid {
            if (steps < 1 || offset < 0 || offset >= steps) {
                throw new IllegalArgumentException("a grid must have at least 1 step and an offset below that, but had "
                        + steps + " and " + offset);
            }
        }

        @Override
        public String toString() {
            return "grid " + steps + " " + offset;
        }
    }

    /**
     * A rhythm, repeated from the start of the continuation on: {@code x} is a note that starts, {@code .} is none, {@code ?} is
     * free.
     *
     * @param pattern one character for each step
     */
    record Rhythm(String pattern) implements Constraint {
        /** The longest pattern. */
        public static final int MAX_LENGTH = 4096;

        /** Checks the characters. */
        public Rhythm {
            if (pattern.isEmpty() || pattern.length() > MAX_LENGTH || !pattern.matches("[x.?]+")) {
                throw new IllegalArgumentException("a rhythm must be 1.." + MAX_LENGTH
                        + " of the characters x . ? but was \""
                        + pattern.substring(0, Math.min(pattern.length(), 40)) + "\"");
            }
        }

        @Override
        public String toString() {
            return "rhythm " + pattern;
        }
    }

    /**
     * What happens at one step.
     *
     * @param step the step
     * @param event a pitch that starts there, {@link Melody#NOTE_OFF} or {@link Melody#NO_EVENT}
     */
    record Forced(int step, int event) implements Constraint {
        /** Checks both. */
        public Forced {
            requireStep(step);
            if (event < Melody.NO_EVENT || event > Pitch.MAX) {
                throw new IllegalArgumentException(
                        "an event must be " + Melody.NO_EVENT + ".." + Pitch.MAX + ", but was " + event);
            }
        }

        @Override
        public String toString() {
            return "force " + step + " " + ConstraintText.nameOf(event);
        }
    }

    /**
     * A note that never starts.
     *
     * @param pitch the note
     */
    record Forbidden(int pitch) implements Constraint {
        /** Checks the pitch. */
        public Forbidden {
            Pitch.require(pitch);
        }

        @Override
        public String toString() {
            return "forbid " + Pitch.nameOf(pitch);
        }
    }

    /**
     * No note is struck more often in a row, rests between or not. The last notes before the continuation count.
     *
     * @param notes the most equal notes in a row
     */
    record MaxRepeats(int notes) implements Constraint {
        /** The most that can be asked for. */
        public static final int MAX_NOTES = 1000;

        /** Checks the number. */
        public MaxRepeats {
            if (notes < 1 || notes > MAX_NOTES) {
                throw new IllegalArgumentException(
                        "equal notes in a row must be 1.." + MAX_NOTES + ", but were " + notes);
            }
        }

        @Override
        public String toString() {
            return "repeats " + notes;
        }
    }

    /**
     * There is a note, and the last one is the tonic of the key: the key wished for, the written one, or the one that fits best. It
     * sounds for a beat or more, if the piece has two and no other wish forbids it.
     */
    record EndingOnTonic() implements Constraint {
        @Override
        public String toString() {
            return "end tonic";
        }
    }

    /**
     * There is a note, and the last one is of this pitch class. It sounds for a beat or more, if the piece has two and no other wish
     * forbids it.
     *
     * @param pitchClass 0 for C to 11
     */
    record EndingOn(int pitchClass) implements Constraint {
        /** Checks the pitch class. */
        public EndingOn {
            if (pitchClass < 0 || pitchClass >= Pitch.PER_OCTAVE) {
                throw new IllegalArgumentException("a pitch class must be 0..11, but was " + pitchClass);
            }
        }

        @Override
        public String toString() {
            return "end " + ConstraintText.nameOfPitchClass(pitchClass);
        }
    }

    private static void requireStep(int step) {
        if (step < 0) {
            throw new IllegalArgumentException("a step must be 0 or more, but was " + step);
        }
    }
}
