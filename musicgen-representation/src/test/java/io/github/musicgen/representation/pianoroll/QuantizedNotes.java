package io.github.musicgen.representation.pianoroll;

import io.github.musicgen.representation.sequence.QuantizedNote;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random notes for the laws of piano rolls. */
final class QuantizedNotes {
    private QuantizedNotes() {}

    /** Notes of which none overlaps another of its pitch; many touch, and many are repeated. */
    static Arbitrary<List<QuantizedNote>> withoutOverlaps(int lowest, int highest) {
        return any(lowest, highest).map(QuantizedNotes::withoutOverlaps);
    }

    static Arbitrary<List<QuantizedNote>> any(int lowest, int highest) {
        Arbitrary<QuantizedNote> note = Combinators.combine(
                        Arbitraries.integers().between(lowest, highest),
                        Arbitraries.integers().between(1, 127),
                        Arbitraries.integers().between(0, 70),
                        Arbitraries.integers().between(1, 20))
                .as((pitch, velocity, start, length) -> new QuantizedNote(pitch, velocity, start, start + length));
        return note.list().ofMaxSize(60);
    }

    private static List<QuantizedNote> withoutOverlaps(List<QuantizedNote> notes) {
        List<QuantizedNote> kept = new ArrayList<>();
        for (QuantizedNote note : notes) {
            if (kept.stream().noneMatch(other -> overlap(note, other))) {
                kept.add(note);
            }
        }
        return kept.stream().sorted().toList();
    }

    private static boolean overlap(QuantizedNote a, QuantizedNote b) {
        return a.pitch() == b.pitch() && a.startStep() < b.endStep() && b.startStep() < a.endStep();
    }
}
