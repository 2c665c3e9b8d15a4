package io.github.musicgen.models.evaluation.copying;

import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.representation.melody.Melody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the longest run of notes that melodies have in common with any of many pieces. Immutable once it is made.
 *
 * <pre>{@code
 * CopyIndex index = CopyIndex.of(corpus.pieces());
 * CopiedRun run = index.longestRun(melodies);
 * System.out.println(run.notes() + " notes as in " + run.piece());
 * }</pre>
 */
public final class CopyIndex {
    /** No piece has such a pair. */
    private static final int UNKNOWN = -1;

    private final Map<NotePair, Integer> symbols = new HashMap<>();
    private final List<String> names; // [pieces]
    private final SuffixAutomaton automaton;

    private CopyIndex(List<String> names, int pairs) {
        this.names = names;
        this.automaton = new SuffixAutomaton(pairs);
    }

    /**
     * Indexes pieces.
     *
     * @param pieces the pieces
     * @return their index
     */
    public static CopyIndex of(List<Piece> pieces) {
        List<List<List<NotePair>>> texts = pieces.stream()
                .map(piece -> piece.melodies().stream().map(NotePair::of).toList())
                .toList();
        int pairs = texts.stream().flatMap(List::stream).mapToInt(List::size).reduce(0, Math::addExact);
        CopyIndex index = new CopyIndex(pieces.stream().map(Piece::name).toList(), pairs);
        for (int piece = 0; piece < texts.size(); piece++) {
            for (List<NotePair> text : texts.get(piece)) {
                index.add(piece, text);
            }
        }
        return index;
    }

    private void add(int piece, List<NotePair> text) {
        automaton.begin(piece);
        for (NotePair pair : text) {
            automaton.append(symbols.computeIfAbsent(pair, unseen -> symbols.size()));
        }
    }

    /** The first of the longest runs of one melody. */
    CopiedRun longestRun(Melody melody) {
        int state = SuffixAutomaton.ROOT;
        int length = 0;
        int longest = 0;
        int best = state;
        for (NotePair pair : NotePair.of(melody)) {
            int symbol = symbols.getOrDefault(pair, UNKNOWN);
            while (state != SuffixAutomaton.ROOT && automaton.target(state, symbol) == Edges.NONE) {
                state = automaton.link(state);
                length = automaton.length(state);
            }
            if (automaton.target(state, symbol) != Edges.NONE) {
                state = automaton.target(state, symbol);
                length++;
            }
            if (length > longest) {
                longest = length;
                best = state;
            }
        }
        return longest == 0 ? CopiedRun.NONE : new CopiedRun(longest + 1, names.get(automaton.text(best)));
    }

    /**
     * The longest run of any of some melodies.
     *
     * @param melodies the melodies
     * @return the first of the longest runs
     */
    public CopiedRun longestRun(List<Melody> melodies) {
        CopiedRun longest = CopiedRun.NONE;
        for (Melody melody : melodies) {
            CopiedRun run = longestRun(melody);
            longest = run.notes() > longest.notes() ? run : longest;
        }
        return longest;
    }
}
