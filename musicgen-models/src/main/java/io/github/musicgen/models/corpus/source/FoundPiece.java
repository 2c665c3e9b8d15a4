package io.github.musicgen.models.corpus.source;

import io.github.musicgen.models.corpus.report.Verdict;
import java.util.Optional;

/**
 * What became of a file that might have held a piece.
 *
 * @param name where it lies
 * @param verdict whether it gave one
 * @param reason why not, or what was mended; empty if there is nothing to say
 * @param piece what it gave
 * @param <P> what was looked for
 */
public record FoundPiece<P>(String name, Verdict verdict, String reason, Optional<P> piece) {
    static <P> FoundPiece<P> rejected(String name, String reason) {
        return new FoundPiece<>(name, Verdict.REJECTED, reason, Optional.empty());
    }
}
