package io.github.musicgen.representation.sequence;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A few classes in place of many drums: each class has the drums that sound alike, and is played by the first of them.
 *
 * @param classes the pitches of each class, none in two
 */
public record DrumMap(List<List<Integer>> classes) {
    /**
     * The nine classes of Magenta's models of drums: bass drum, snare, closed and open hi-hat, low, middle and high tom, crash and ride
     * cymbal.
     */
    public static final DrumMap NINE = new DrumMap(List.of(
            List.of(36, 35),
            List.of(38, 27, 28, 31, 32, 33, 34, 37, 39, 40, 56, 65, 66, 75, 85),
            List.of(42, 44, 54, 68, 69, 70, 71, 73, 78, 80, 22),
            List.of(46, 67, 72, 74, 79, 81, 26),
            List.of(45, 29, 41, 43, 61, 64, 84),
            List.of(48, 47, 60, 63, 77, 86, 87),
            List.of(50, 30, 62, 76, 83),
            List.of(49, 52, 55, 57, 58),
            List.of(51, 53, 59, 82)));

    /** Checks that no class is empty and no pitch in two; copies the lists. */
    public DrumMap {
        classes = classes.stream().map(List::copyOf).toList();
        int[] known = new int[Pitch.MAX + 1];
        for (List<Integer> pitches : classes) {
            if (pitches.isEmpty()) {
                throw new IllegalArgumentException("a class of drums must have a pitch or more, but had none");
            }
            for (int pitch : pitches) {
                Pitch.require(pitch);
                if (known[pitch]++ > 0) {
                    throw new IllegalArgumentException(
                            "a drum must be in one class, but pitch " + pitch + " is in two");
                }
            }
        }
    }

    /**
     * How many classes there are.
     *
     * @return the number
     */
    public int size() {
        return classes.size();
    }

    /**
     * The class of a drum.
     *
     * @param pitch 0 to 127
     * @return its index, or empty if it is in none
     */
    public OptionalInt classOf(int pitch) {
        Pitch.require(pitch);
        return IntStream.range(0, classes.size())
                .filter(i -> classes.get(i).contains(pitch))
                .findFirst();
    }

    /**
     * The drum that a class is played by.
     *
     * @param index the class
     * @return the first pitch of the class
     */
    public int pitchOf(int index) {
        if (index < 0 || index >= classes.size()) {
            throw new IllegalArgumentException(
                    "a class of drums must be 0.." + (classes.size() - 1) + ", but was " + index);
        }
        return classes.get(index).get(0);
    }
}
