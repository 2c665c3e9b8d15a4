package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.models.corpus.band.BandPiece;
import io.github.musicgen.models.corpus.band.BandSplit;
import io.github.musicgen.models.corpus.band.LedPiece;
import java.util.List;

/**
 * What a band learns from. With chances each piece is there with all who can lead in it; the thesis knows pieces as they are.
 *
 * @param learned by all networks
 * @param watched to tell when to stop
 */
record BandLessons(List<LedPiece> learned, List<LedPiece> watched) {
    static BandLessons of(BandVaeConfiguration configuration, BandSplit data) {
        return new BandLessons(led(configuration, data.training()), led(configuration, data.validation()));
    }

    private static List<LedPiece> led(BandVaeConfiguration configuration, List<BandPiece> pieces) {
        return configuration.chances() ? LedPiece.all(configuration, pieces) : LedPiece.asTheyAre(pieces);
    }
}
