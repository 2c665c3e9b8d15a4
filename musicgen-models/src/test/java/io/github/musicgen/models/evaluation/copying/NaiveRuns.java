package io.github.musicgen.models.evaluation.copying;

import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.List;

/** Lays every place of one melody on every place of the other. */
final class NaiveRuns {
    private NaiveRuns() {}

    static int longest(List<Piece> pieces, Melody melody) {
        int longest = 0;
        for (Piece piece : pieces) {
            for (Melody known : piece.melodies()) {
                longest = Math.max(longest, longest(known, melody));
            }
        }
        return longest < 2 ? 0 : longest;
    }

    private static int longest(Melody one, Melody other) {
        List<QuantizedNote> a = one.toQuantizedPart().notes();
        List<QuantizedNote> b = other.toQuantizedPart().notes();
        int longest = 0;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                int notes = 0;
                while (i + notes < a.size() && j + notes < b.size() && same(a, i, b, j, notes)) {
                    notes++;
                }
                longest = Math.max(longest, notes);
            }
        }
        return longest;
    }

    private static boolean same(List<QuantizedNote> a, int i, List<QuantizedNote> b, int j, int at) {
        boolean lengths = length(a.get(i + at)) == length(b.get(j + at));
        int transposed = a.get(i).pitch() - b.get(j).pitch();
        return lengths && a.get(i + at).pitch() - b.get(j + at).pitch() == transposed;
    }

    private static int length(QuantizedNote note) {
        return note.endStep() - note.startStep();
    }
}
