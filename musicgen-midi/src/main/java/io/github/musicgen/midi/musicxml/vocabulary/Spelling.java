package io.github.musicgen.midi.musicxml.vocabulary;

/**
 * Names of notes on the line of fifths: F is -1, C 0, G 1, and so on; seven fifths make a sharp, so that F sharp is 6 and B flat
 * is -2.
 */
public final class Spelling {
    private static final String LETTERS = "FCGDAEB";
    private static final int LETTER_COUNT = LETTERS.length();
    private static final int[] PITCH_CLASSES = {5, 0, 7, 2, 9, 4, 11}; // [letters]: pitch class of each letter
    private static final int SEMITONES_PER_FIFTH = 7;
    private static final int PER_OCTAVE = 12;

    private Spelling() {}

    public static boolean isStep(String step) {
        return step.length() == 1 && LETTERS.contains(step);
    }

    /** The place of a letter with so many sharps, or flats if negative. */
    public static int fifths(String step, int alter) {
        return LETTERS.indexOf(step) - 1 + LETTER_COUNT * alter;
    }

    public static char step(int fifths) {
        return LETTERS.charAt(Math.floorMod(fifths + 1, LETTER_COUNT));
    }

    public static int alter(int fifths) {
        return Math.floorDiv(fifths + 1, LETTER_COUNT);
    }

    /** The pitch class of a letter, 0 for C. */
    public static int pitchClass(String step) {
        return PITCH_CLASSES[LETTERS.indexOf(step)];
    }

    /** Such as {@code F#} or {@code Bb}. */
    public static String nameOf(int fifths) {
        int alter = alter(fifths);
        return step(fifths) + (alter < 0 ? "b" : "#").repeat(Math.abs(alter));
    }

    /** How to write a pitch among twelve neighbors on the line, the flattest of which is given. */
    public static int fifthsOf(int pitch, int flattest) {
        int onLine = pitch * SEMITONES_PER_FIFTH;
        return flattest + Math.floorMod(onLine - flattest, PER_OCTAVE);
    }

    /** The octave that a pitch stands in when it is written with a letter: 4 from middle C on. */
    public static int octave(int pitch, int fifths) {
        int natural = pitch - alter(fifths);
        return Math.floorDiv(natural, PER_OCTAVE) - 1;
    }
}
