package io.github.musicgen.api.melodyrnn;

/** The recurrent cell of a network. */
public enum CellKind {
    /** Long short-term memory: four gates, a cell and an output. */
    LSTM("lstm", 4),

    /** The simple recurrent cell: one tanh. */
    TANH("tanh", 1);

    private final String word;
    private final int gates;

    CellKind(String word, int gates) {
        this.word = word;
        this.gates = gates;
    }

    /**
     * The name in files.
     *
     * @return one word
     */
    public String word() {
        return word;
    }

    /** Columns of weights for each unit. */
    int gates() {
        return gates;
    }

    /** Values that a layer remembers for each unit. */
    int memories() {
        return this == LSTM ? 2 : 1;
    }
}
