package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import io.github.musicgen.representation.time.Ticks;

/**
 * A key signature that holds from a tick on.
 *
 * @param tick where it begins
 * @param fifths sharps if positive, flats if negative: -7 to 7
 * @param mode which of the two keys with these accidentals it is
 */
public record KeySignature(long tick, int fifths, Mode mode) implements TickEvent<KeySignature> {
    private static final int MAX_FIFTHS = 7;
    private static final int SEMITONES_PER_FIFTH = 7;
    private static final String LETTERS_IN_FIFTHS = "FCGDAEB";
    private static final int C_IN_FIFTHS = 1;
    private static final int A_IN_FIFTHS = 4;
    private static final int MINOR_TONIC_ABOVE_MAJOR = 9;

    /** The two modes that a key signature can tell apart. */
    public enum Mode {
        /** Major. */
        MAJOR,
        /** Minor. */
        MINOR
    }

    /** Checks the numbers. */
    public KeySignature {
        Ticks.require("key signature tick", tick);
        Requirements.requireRange("fifths of a key signature", fifths, -MAX_FIFTHS, MAX_FIFTHS);
    }

    /**
     * The tonic.
     *
     * @return its pitch class, 0 for C
     */
    public int tonic() {
        int majorTonic = fifths * SEMITONES_PER_FIFTH;
        return Math.floorMod(mode == Mode.MAJOR ? majorTonic : majorTonic + MINOR_TONIC_ABOVE_MAJOR, Pitch.PER_OCTAVE);
    }

    @Override
    public KeySignature withTick(long newTick) {
        return new KeySignature(newTick, fifths, mode);
    }

    /**
     * The name of the key, spelled as its signature spells it.
     *
     * @return such as {@code Bb major} or {@code F# minor}
     */
    public String keyName() {
        int place = fifths + (mode == Mode.MAJOR ? C_IN_FIFTHS : A_IN_FIFTHS);
        char letter = LETTERS_IN_FIFTHS.charAt(Math.floorMod(place, LETTERS_IN_FIFTHS.length()));
        int accidentals = Math.floorDiv(place, LETTERS_IN_FIFTHS.length());
        String accidental = accidentals > 0 ? "#" : accidentals < 0 ? "b" : "";
        return letter + accidental + (mode == Mode.MAJOR ? " major" : " minor");
    }
}
