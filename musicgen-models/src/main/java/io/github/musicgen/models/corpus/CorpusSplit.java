package io.github.musicgen.models.corpus;

import io.github.musicgen.representation.melody.Melody;
import java.util.List;

/**
 * A corpus divided, so that no melody lies on two sides in whatever keys, and no piece does.
 *
 * @param training what a model learns from
 * @param validation what its training is watched on
 * @param test what it is judged on
 */
public record CorpusSplit(List<Piece> training, List<Piece> validation, List<Piece> test) {
    /** Copies the lists. */
    public CorpusSplit {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /**
     * The melodies of one side.
     *
     * @param side its pieces
     * @return their melodies, in order
     */
    public static List<Melody> melodies(List<Piece> side) {
        return side.stream().flatMap(piece -> piece.melodies().stream()).toList();
    }
}
