package io.github.musicgen.models.corpus.band;

import io.github.musicgen.api.bandvae.BandRolls;
import java.util.stream.IntStream;

/**
 * A piece that a band can play.
 *
 * @param name where it comes from
 * @param rolls what its instruments play, where the band is at home
 * @param mark a hash of the music, the same wherever and whatever the file is called
 */
public record BandPiece(String name, BandRolls rolls, String mark) {
    /** Whether an instrument plays in it. */
    boolean plays(int instrument) {
        return IntStream.range(0, rolls.segments())
                .anyMatch(segment -> !rolls.segment(instrument, segment).isSilent());
    }
}
