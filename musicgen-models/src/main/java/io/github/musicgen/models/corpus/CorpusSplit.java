package io.github.musicgen.models.corpus;

import io.github.musicgen.models.corpus.division.MelodyFingerprint;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.division.Splitting;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.representation.melody.Melody;
import java.util.Comparator;
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

    /** Divides pieces, those that share a melody in whatever keys to one side. */
    static CorpusSplit of(List<Piece> pieces, SplitFractions fractions) throws UnusableCorpusException {
        return Splitting.of(pieces, CorpusSplit::fingerprints, fractions)
                .sides(Comparator.comparing(Piece::name), CorpusSplit::new);
    }

    private static List<String> fingerprints(Piece piece) {
        return piece.melodies().stream().map(MelodyFingerprint::of).toList();
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
