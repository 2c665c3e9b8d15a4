package io.github.musicgen.models.corpus.division;

import java.util.Arrays;

/** Which of some numbered things belong together, directly or through others. */
public final class Unions {
    private final int[] parents; // [things]: another of the same family, or itself

    /**
     * Each for itself.
     *
     * @param things how many
     */
    public Unions(int things) {
        parents = new int[things];
        Arrays.setAll(parents, thing -> thing);
    }

    /**
     * The one that stands for the family of a thing.
     *
     * @param thing its number
     * @return the number of the root
     */
    public int root(int thing) {
        int root = thing;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /**
     * From now on the root of the second stands for the family of the first, too.
     *
     * @param one a thing
     * @param other another
     */
    public void join(int one, int other) {
        parents[root(one)] = root(other);
    }
}
