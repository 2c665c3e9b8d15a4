package io.github.musicgen.models.training;

/** Says of an option what it must be. */
final class Bounds {
    private Bounds() {}

    static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " must be " + least + ".." + most + ", but was " + value);
        }
    }
}
