package io.github.musicgen.models.corpus.drums;

import io.github.musicgen.representation.melody.DrumPattern;
import java.util.List;

/**
 * The sides of a {@link DrumCorpus}, no two of which have a stretch in common.
 *
 * @param training what is learned
 * @param validation what tells when to stop
 * @param test what models are judged on
 */
public record DrumSplit(List<DrumPiece> training, List<DrumPiece> validation, List<DrumPiece> test) {
    /** Copies the lists. */
    public DrumSplit {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }

    /**
     * The stretches of one side.
     *
     * @param side its pieces
     * @return their stretches in order, each once
     */
    public static List<DrumPattern> stretches(List<DrumPiece> side) {
        return side.stream()
                .flatMap(piece -> piece.stretches().stream())
                .distinct()
                .toList();
    }
}
