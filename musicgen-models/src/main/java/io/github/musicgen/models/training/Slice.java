package io.github.musicgen.models.training;

/**
 * A row of a batch.
 *
 * @param melody the number of the melody
 * @param from its first pair of input and label
 * @param to behind the last one
 */
record Slice(int melody, int from, int to) {
    int length() {
        return to - from;
    }
}
