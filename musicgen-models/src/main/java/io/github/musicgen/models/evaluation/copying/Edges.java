package io.github.musicgen.models.evaluation.copying;

import java.util.Arrays;

/** The edges of an automaton: from a state, by a symbol, to a state. They are found by a hash, and listed by the state they leave. */
final class Edges {
    static final int NONE = -1;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final int[] firstOfState; // [states]: an edge
    private final int[] nextOfState; // [edges]
    private final int[] firstOfBucket; // [a power of two]
    private final int[] nextOfBucket; // [edges]
    private final int[] from; // [edges]
    private final int[] symbol; // [edges]
    private final int[] to; // [edges]
    private int size;

    Edges(int maxStates, int maxEdges) {
        firstOfState = filled(maxStates);
        nextOfState = new int[maxEdges];
        firstOfBucket = filled(Math.max(2, Integer.highestOneBit(maxEdges) * 2));
        nextOfBucket = new int[maxEdges];
        from = new int[maxEdges];
        symbol = new int[maxEdges];
        to = new int[maxEdges];
    }

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }

    /** Where an edge leads, or {@link #NONE}. */
    int target(int state, int by) {
        int edge = find(state, by);
        return edge == NONE ? NONE : to[edge];
    }

    /** Adds an edge, or leads it elsewhere. */
    void put(int state, int by, int target) {
        int edge = find(state, by);
        if (edge == NONE) {
            edge = size++;
            int bucket = bucket(state, by);
            from[edge] = state;
            symbol[edge] = by;
            nextOfState[edge] = firstOfState[state];
            firstOfState[state] = edge;
            nextOfBucket[edge] = firstOfBucket[bucket];
            firstOfBucket[bucket] = edge;
        }
        to[edge] = target;
    }

    /** Gives a state that has no edge those of another. */
    void copy(int state, int copy) {
        for (int edge = firstOfState[state]; edge != NONE; edge = nextOfState[edge]) {
            put(copy, symbol[edge], to[edge]);
        }
    }

    private int find(int state, int by) {
        int edge = firstOfBucket[bucket(state, by)];
        while (edge != NONE && (from[edge] != state || symbol[edge] != by)) {
            edge = nextOfBucket[edge];
        }
        return edge;
    }

    private int bucket(int state, int by) {
        long key = (long) state << Integer.SIZE | by;
        return (int) ((key * GOLDEN) >>> Integer.SIZE) & firstOfBucket.length - 1;
    }
}
