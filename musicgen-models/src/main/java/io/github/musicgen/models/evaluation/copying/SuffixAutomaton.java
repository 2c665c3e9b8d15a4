package io.github.musicgen.models.evaluation.copying;

/**
 * All that stands anywhere in some texts, in the smallest automaton that knows it (Blumer et al., The smallest automaton
 * recognizing the subwords of a text, 1985), which is built in a time that grows with the texts alone. A state is a set of places
 * where the same words end.
 */
final class SuffixAutomaton {
    static final int ROOT = 0;

    private static final int NONE = Edges.NONE;

    private final Edges edges;
    private final int[] lengths; // [states]: of the longest word that ends in a state
    private final int[] links; // [states]: where its longest suffix with other places leads
    private final int[] ends; // [states]: the text where a word of the state was first met
    private int states = 1;
    private int last = ROOT;
    private int text = NONE;

    /** An automaton that knows nothing yet, for so many symbols in all texts together. */
    SuffixAutomaton(int symbols) {
        int most = Math.addExact(Math.multiplyExact(2, symbols), 1);
        edges = new Edges(most, Math.addExact(Math.multiplyExact(3, symbols), 1));
        lengths = new int[most];
        links = new int[most];
        ends = new int[most];
        links[ROOT] = NONE;
        ends[ROOT] = NONE;
    }

    /** Begins a text: no word goes across its beginning. */
    void begin(int newText) {
        text = newText;
        last = ROOT;
    }

    /** Appends a symbol to the text. */
    void append(int symbol) {
        int known = edges.target(last, symbol);
        if (known != NONE) { // another text has it
            last = lengths[known] == lengths[last] + 1 ? known : split(last, symbol, known);
            return;
        }
        int added = add(lengths[last] + 1, text);
        int state = last;
        while (state != NONE && edges.target(state, symbol) == NONE) {
            edges.put(state, symbol, added);
            state = links[state];
        }
        if (state == NONE) {
            links[added] = ROOT;
        } else {
            int target = edges.target(state, symbol);
            links[added] = lengths[target] == lengths[state] + 1 ? target : split(state, symbol, target);
        }
        last = added;
    }

    /** Parts the words of a state that are reached by way of another from the longer ones. */
    private int split(int from, int symbol, int target) {
        int part = add(lengths[from] + 1, ends[target]);
        edges.copy(target, part);
        links[part] = links[target];
        links[target] = part;
        for (int state = from; state != NONE && edges.target(state, symbol) == target; state = links[state]) {
            edges.put(state, symbol, part);
        }
        return part;
    }

    private int add(int length, int end) {
        lengths[states] = length;
        ends[states] = end;
        return states++;
    }

    /** Where a symbol leads, or {@link Edges#NONE}. */
    int target(int state, int symbol) {
        return edges.target(state, symbol);
    }

    int link(int state) {
        return links[state];
    }

    /** The length of the longest word that ends in a state. */
    int length(int state) {
        return lengths[state];
    }

    /** A text that has the words of a state. */
    int text(int state) {
        return ends[state];
    }
}
