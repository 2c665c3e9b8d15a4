package io.github.musicgen.models.corpus;

import io.github.musicgen.representation.melody.Melody;
import java.util.List;

/**
 * One piece of music: a file, or a tune of a book. Its melodies never come to lie on different sides of a split.
 *
 * @param name the file, seen from the folder that was read, and in a book of tunes the number of the tune
 * @param melodies its melodies as they are written, in no model's key or range; at least one
 */
public record Piece(String name, List<Melody> melodies) {
    /** Copies the list. */
    public Piece {
        melodies = List.copyOf(melodies);
        if (melodies.isEmpty()) {
            throw new IllegalArgumentException("a piece must have a melody, but \"" + name + "\" had none");
        }
    }
}
