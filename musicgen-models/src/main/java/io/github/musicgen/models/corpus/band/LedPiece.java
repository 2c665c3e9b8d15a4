package io.github.musicgen.models.corpus.band;

import io.github.musicgen.api.bandvae.BandRolls;
import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece with one of its instruments in place of the first. In most music the first instrument of a band has little to say, while anybody
 * may play the melody that a band accompanies: so each that plays pitches has its turn.
 *
 * @param piece what is played: the first instrument plays the notes of the leader, who is silent
 * @param leader index of the instrument that leads; 0 in the piece as it is
 */
public record LedPiece(BandPiece piece, int leader) {
    /**
     * Pieces as they are.
     *
     * @param pieces any
     * @return each, led by the first instrument
     */
    public static List<LedPiece> asTheyAre(List<BandPiece> pieces) {
        return pieces.stream().map(piece -> new LedPiece(piece, 0)).toList();
    }

    /**
     * Pieces led by all others that have pitches, and play in them what the first can play.
     *
     * @param configuration that the pieces were read for
     * @param pieces any
     * @return each once for each of these
     */
    public static List<LedPiece> byOthers(BandVaeConfiguration configuration, List<BandPiece> pieces) {
        List<LedPiece> all = new ArrayList<>();
        for (int leader = 1; leader < configuration.instruments().size(); leader++) {
            if (!configuration.instruments().get(leader).drums()) {
                for (BandPiece piece : pieces) {
                    BandPiece led = new BandPiece(piece.name(), piece.rolls().ledBy(leader), piece.mark());
                    if (led.plays(0)) {
                        all.add(new LedPiece(led, leader));
                    }
                }
            }
        }
        return all;
    }

    /**
     * Pieces as they are, then led by others.
     *
     * @param configuration that the pieces were read for
     * @param pieces any
     * @return all of both
     */
    public static List<LedPiece> all(BandVaeConfiguration configuration, List<BandPiece> pieces) {
        List<LedPiece> all = new ArrayList<>(asTheyAre(pieces));
        all.addAll(byOthers(configuration, pieces));
        return all;
    }

    /**
     * What the instruments play.
     *
     * @return the rolls of the piece
     */
    public BandRolls rolls() {
        return piece.rolls();
    }

    /**
     * Whether one can learn from what an instrument plays, or judge by it.
     *
     * @param leader index of the instrument that leads, in whose own part nothing is left
     * @param instrument index of the one that is asked about
     * @return whether it is another, or the first, who plays what the leader did
     */
    public static boolean hasPart(int leader, int instrument) {
        return leader == 0 || instrument != leader;
    }
}
