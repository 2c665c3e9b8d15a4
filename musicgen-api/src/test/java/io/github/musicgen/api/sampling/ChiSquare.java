package io.github.musicgen.api.sampling;

import java.util.ArrayList;
import java.util.List;

/** Pearson's test of observed counts. Classes that are expected too rarely for it are counted as one. */
final class ChiSquare {
    /** How often a sampler without fault fails the test, were its seed drawn anew. */
    static final double FALSE_ALARM = 1e-6;

    private static final double FEWEST_EXPECTED = 10;

    /** By degrees of freedom from 1 on: what is exceeded with a probability of 1e-6 (SciPy 1.17.1, {@code chi2.isf}). */
    private static final double[] QUANTILES = {
        23.928, 27.631, 30.665, 33.377, 35.888, 38.258, 40.522, 42.701, 44.811, 46.863, 48.866, 50.825
    };

    private final List<Double> expected = new ArrayList<>();
    private final List<Double> observed = new ArrayList<>();

    ChiSquare(ExactDistribution distribution, long[] counts, long draws) {
        double rareExpected = 0;
        double rareObserved = 0;
        for (int i = 0; i < counts.length; i++) {
            double expectedHere = distribution.probability(i) * draws;
            if (expectedHere >= FEWEST_EXPECTED) {
                expected.add(expectedHere);
                observed.add((double) counts[i]);
            } else {
                rareExpected += expectedHere;
                rareObserved += counts[i];
            }
        }
        if (rareExpected > 0) {
            expected.add(rareExpected);
            observed.add(rareObserved);
        }
    }

    double statistic() {
        double statistic = 0;
        for (int i = 0; i < expected.size(); i++) {
            double distance = observed.get(i) - expected.get(i);
            statistic += distance * distance / expected.get(i);
        }
        return statistic;
    }

    double quantile() {
        return expected.size() == 1 ? 0 : QUANTILES[expected.size() - 2];
    }
}
