package io.github.musicgen.representation.encoding;

/** The bounds of class indices. */
final class Classes {
    private Classes() {}

    static int require(int index, int count) {
        if (index < 0 || index >= count) {
            throw new IllegalArgumentException("class must be 0.." + (count - 1) + ", but was " + index);
        }
        return index;
    }
}
