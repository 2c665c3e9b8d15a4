package io.github.musicgen.representation.harmony;

import io.github.musicgen.representation.sequence.Pitch;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Pitch classes, 0 for C to 11 for B, their sets as bit masks, and their names. */
final class PitchClasses {
    /** A letter and its accidentals, each a group of its own; any letter case. */
    static final String NAME = "([A-Ga-g])(#++|b*+)";

    private static final int ALL = (1 << Pitch.PER_OCTAVE) - 1;
    private static final int SEMITONES_PER_FIFTH = 7;
    private static final String LETTERS = "FCGDAEB"; // at -1..5 on the line of fifths, each 7 further with a sharp
    private static final int FLATTEST = -7; // Cb
    private static final int SHARPEST = 11; // E#
    private static final int MIDDLE = 2; // D, the middle of the names without accidentals

    private PitchClasses() {}

    static int require(String name, int pitchClass) {
        if (pitchClass < 0 || pitchClass >= Pitch.PER_OCTAVE) {
            throw new IllegalArgumentException(
                    name + " must be 0.." + (Pitch.PER_OCTAVE - 1) + ", but was " + pitchClass);
        }
        return pitchClass;
    }

    static int of(int pitch) {
        return Math.floorMod(pitch, Pitch.PER_OCTAVE);
    }

    /** The pitch class that two groups of {@link #NAME} tell. */
    static int of(String letter, String accidentals) {
        int sharps = accidentals.startsWith("#") ? accidentals.length() : -accidentals.length();
        return of(Pitch.parse(letter + "4") + sharps);
    }

    static boolean contains(int set, int pitch) {
        return ((set >> of(pitch)) & 1) == 1;
    }

    /** The set of the pitch classes that lie some semitones above those of a set. */
    static int above(int set, int semitones) {
        return (set << semitones | set >> (Pitch.PER_OCTAVE - semitones)) & ALL;
    }

    /** How many fifths lead from one pitch class to another: -5 to 6. */
    static int fifths(int from, int to) {
        return Math.floorMod((to - from) * SEMITONES_PER_FIFTH + 5, Pitch.PER_OCTAVE) - 5;
    }

    /**
     * Where a tonic lies on the line of fifths, C being 0: of the names that sound alike, the one whose scale needs the fewest
     * accidentals, and then the one that needs the fewest itself.
     *
     * @param fifthsToMajor how many fifths lead from it to the major key that has the signature of its scale
     */
    static int placeOfTonic(int tonic, int fifthsToMajor) {
        return IntStream.rangeClosed(FLATTEST, SHARPEST)
                .filter(candidate -> of(candidate * SEMITONES_PER_FIFTH) == tonic)
                .boxed()
                .min(Comparator.comparingInt((Integer candidate) -> Math.abs(candidate + fifthsToMajor))
                        .thenComparingInt(candidate -> Math.abs(candidate - MIDDLE)))
                .orElseThrow();
    }

    /** The name of what lies there on the line of fifths. */
    static String nameAt(int place) {
        int sharps = Math.floorDiv(place + 1, LETTERS.length());
        char letter = LETTERS.charAt(Math.floorMod(place + 1, LETTERS.length()));
        return letter + (sharps < 0 ? "b" : "#").repeat(Math.abs(sharps));
    }
}
