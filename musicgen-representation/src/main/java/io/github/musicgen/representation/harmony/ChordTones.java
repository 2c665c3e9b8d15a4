package io.github.musicgen.representation.harmony;

import io.github.musicgen.representation.sequence.Pitch;

/** The tones of a chord while it is read, by degree, so that a {@code #9} is not taken for a minor third. */
final class ChordTones {
    static final int MAX_DEGREE = 15;

    private static final int THIRD = 3;
    private static final int FIFTH = 5;
    private static final int MAJOR_THIRD = 1 << 4;
    private static final int MINOR_THIRD = 1 << 3;
    private static final int PERFECT_FIFTH = 1 << 7;
    private static final int AUGMENTED_FIFTH = 1 << 8;
    private static final int DIMINISHED_FIFTH = 1 << 6;
    private static final int[] MAJOR_SCALE = {0, 2, 4, 5, 7, 9, 11}; // [degree - 1]: semitones above the root

    private final int[] tones = new int[MAX_DEGREE + 1]; // [degree]: bit i: i semitones above the root
    private final boolean[] settled = new boolean[MAX_DEGREE + 1]; // [degree]: holds more than the kind alone says

    ChordTones(ChordKind kind) {
        for (String degree : kind.degrees()) {
            int signs = degree.lastIndexOf(degree.startsWith("b") ? 'b' : '#') + 1;
            put(Integer.parseInt(degree.substring(signs)), degree.startsWith("b") ? -signs : signs);
        }
    }

    private void put(int degree, int alteration) {
        int semitones = MAJOR_SCALE[(degree - 1) % MAJOR_SCALE.length] + alteration;
        tones[degree] |= 1 << Math.floorMod(semitones, Pitch.PER_OCTAVE);
    }

    void add(int degree, int alteration) {
        put(degree, isSeventh(degree) ? ofSeventh(alteration) : alteration);
        settled[degree] = true;
    }

    /** Puts an altered tone in the place of the one that the kind has; a second one goes beside the first, as in C7(b9)(#9). */
    void alter(int degree, int alteration) {
        if (!settled[degree]) {
            omit(degree);
        }
        add(degree, alteration);
    }

    void omit(int degree) {
        tones[degree] = 0;
    }

    void suspend(int degree) {
        omit(THIRD);
        add(degree, 0);
    }

    private static boolean isSeventh(int degree) {
        return degree % MAJOR_SCALE.length == 0;
    }

    /** A seventh that is added is minor, flattened or not, as that of a dominant chord is; only a sharp makes it major. */
    private static int ofSeventh(int alteration) {
        return alteration >= 0 ? alteration - 1 : alteration;
    }

    /** The set of pitch classes above a root. */
    int pitchClasses(int root) {
        int set = 0;
        for (int tonesOfDegree : tones) {
            set |= tonesOfDegree;
        }
        return PitchClasses.above(set, root);
    }

    TriadQuality quality() {
        if (tones[1] == 0) {
            return TriadQuality.OTHER;
        }
        return switch (tones[THIRD] | tones[FIFTH]) {
            case MAJOR_THIRD | PERFECT_FIFTH -> TriadQuality.MAJOR;
            case MINOR_THIRD | PERFECT_FIFTH -> TriadQuality.MINOR;
            case MAJOR_THIRD | AUGMENTED_FIFTH -> TriadQuality.AUGMENTED;
            case MINOR_THIRD | DIMINISHED_FIFTH -> TriadQuality.DIMINISHED;
            default -> TriadQuality.OTHER;
        };
    }
}
