package io.github.musicgen.models.evaluation.distribution;

import java.util.List;
import org.apache.commons.math3.util.MathArrays;

/** Euclidean distances between vectors: what Yang and Lerch compare instead of the vectors themselves. */
public final class Distances {
    private Distances() {}

    /**
     * Distances within a set: of each vector to all others, so that each pair counts twice, as in MGEval.
     *
     * @param set vectors of one size
     * @return as many distances as there are ordered pairs
     */
    public static double[] within(List<double[]> set) {
        double[] distances = new double[set.size() * Math.max(0, set.size() - 1)]; // [ordered pairs]
        int at = 0;
        for (int i = 0; i < set.size(); i++) {
            for (int j = 0; j < set.size(); j++) {
                if (i != j) {
                    distances[at++] = MathArrays.distance(set.get(i), set.get(j));
                }
            }
        }
        return distances;
    }

    /**
     * Distances between sets: of each vector of one to each of the other.
     *
     * @param set vectors of one size
     * @param other vectors of the same size
     * @return as many distances as there are pairs
     */
    public static double[] between(List<double[]> set, List<double[]> other) {
        double[] distances = new double[set.size() * other.size()]; // [pairs]
        int at = 0;
        for (double[] one : set) {
            for (double[] another : other) {
                distances[at++] = MathArrays.distance(one, another);
            }
        }
        return distances;
    }
}
