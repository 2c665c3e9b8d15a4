package io.github.musicgen.representation.sequence;

/** The checks that the values of this package share. */
final class Requirements {
    /** The largest value that a data byte of MIDI holds. */
    static final int MAX_SEVEN_BITS = 127;

    private Requirements() {}

    static int requireRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be " + min + ".." + max + ", but was " + value);
        }
        return value;
    }

    static void requireSevenBits(String name, int value) {
        requireRange(name, value, 0, MAX_SEVEN_BITS);
    }
}
