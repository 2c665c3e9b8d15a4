package io.github.musicgen.models.corpus.band;

import java.util.List;

/**
 * The sides of a {@link BandCorpus}.
 *
 * @param training what is learned
 * @param validation what tells when to stop
 * @param test what models are judged on
 */
public record BandSplit(List<BandPiece> training, List<BandPiece> validation, List<BandPiece> test) {
    /** Copies the lists. */
    public BandSplit {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
        test = List.copyOf(test);
    }
}
