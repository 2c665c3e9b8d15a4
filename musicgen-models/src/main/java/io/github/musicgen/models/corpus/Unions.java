package io.github.musicgen.models.corpus;

import java.util.Arrays;

/** Which of some numbered things belong together, directly or through others. */
final class Unions {
    private final int[] parents; // [things]: another of the same family, or itself

    Unions(int things) {
        parents = new int[things];
        Arrays.setAll(parents, thing -> thing);
    }

    /** The one that stands for the family of a thing. */
    int root(int thing) {
        int root = thing;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** From now on the root of the second stands for the family of the first, too. */
    void join(int one, int other) {
        parents[root(one)] = root(other);
    }
}
