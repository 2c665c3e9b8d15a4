package io.github.musicgen.representation.harmony;

import io.github.musicgen.representation.sequence.Pitch;
import java.util.Arrays;

/** Sets of pitch classes as tests write and compare them. */
final class Tones {
    private Tones() {}

    /** The set of some names without octaves, separated by spaces. */
    static int named(String names) {
        return names.isEmpty()
                ? 0
                : Arrays.stream(names.split(" ", -1))
                        .mapToInt(name -> 1 << (Pitch.parse(name + "4") % Pitch.PER_OCTAVE))
                        .reduce(0, (set, tone) -> set | tone);
    }

    /** The set of the pitch classes that lie some semitones above those of a set, one by one. */
    static int above(int set, int semitones) {
        int moved = 0;
        for (int tone = 0; tone < Pitch.PER_OCTAVE; tone++) {
            if ((set >> tone) % 2 == 1) {
                moved |= 1 << ((tone + semitones) % Pitch.PER_OCTAVE);
            }
        }
        return moved;
    }
}
