package io.github.musicgen.models.evaluation;

import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.models.corpus.division.MelodyFingerprint;
import io.github.musicgen.models.evaluation.copying.CopiedRun;
import io.github.musicgen.models.evaluation.copying.CopyIndex;
import io.github.musicgen.representation.melody.Melody;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What music has in common with the music that a model was trained on, note by note.
 *
 * @param longest the longest run that generated music shares with it
 * @param longestHeldOut the longest run that held-out music, which copies from nobody, shares with it: the yardstick
 * @param knownMelodies how many of the held-out melodies are in it, in whatever key: they are not held out at all
 */
public record Copying(CopiedRun longest, CopiedRun longestHeldOut, int knownMelodies) {
    /** All melodies are as the model is shown them. */
    static Copying of(List<Piece> training, List<Melody> generated, List<Melody> heldOut) {
        CopyIndex index = CopyIndex.of(training);
        return new Copying(index.longestRun(generated), index.longestRun(heldOut), known(training, heldOut));
    }

    private static int known(List<Piece> training, List<Melody> heldOut) {
        Set<String> known = new HashSet<>();
        for (Piece piece : training) {
            piece.melodies().forEach(melody -> known.add(MelodyFingerprint.of(melody)));
        }
        return (int) heldOut.stream()
                .map(MelodyFingerprint::of)
                .filter(known::contains)
                .count();
    }
}
