package io.github.musicgen.models.training;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.models.corpus.BandSplit;
import io.github.musicgen.models.corpus.LedPiece;
import java.util.List;

/**
 * What a band learns from, each piece with all who can lead in it.
 *
 * @param learned by all networks
 * @param watched to tell when to stop
 */
record BandLessons(List<LedPiece> learned, List<LedPiece> watched) {
    static BandLessons of(BandVaeConfiguration configuration, BandSplit data) {
        return new BandLessons(
                LedPiece.all(configuration, data.training()), LedPiece.all(configuration, data.validation()));
    }
}
