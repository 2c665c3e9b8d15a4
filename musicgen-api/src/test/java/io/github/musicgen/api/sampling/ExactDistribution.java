package io.github.musicgen.api.sampling;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a sampler shall draw from, worked out the long way: sort, cut, normalize. */
final class ExactDistribution {
    private final double[] probabilities; // [classCount]

    private ExactDistribution(double[] probabilities) {
        this.probabilities = probabilities;
    }

    static ExactDistribution of(SamplingOptions options, float[] scores, boolean[] allowed) {
        List<Integer> ranked = IntStream.range(0, scores.length)
                .filter(i -> allowed[i])
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
                .limit(options.temperature() == 0 ? 1 : options.topK())
                .toList();
        double highest = scores[ranked.get(0)];
        double[] shares = new double[scores.length];
        ranked.forEach(i ->
                shares[i] = ranked.size() == 1 ? 1 : StrictMath.exp((scores[i] - highest) / options.temperature()));
        double all = sum(shares);
        double before = 0;
        for (int i : ranked) {
            double share = shares[i];
            shares[i] = before < options.topP() * all || i == ranked.get(0) ? share : 0;
            before += share;
        }
        double kept = sum(shares);
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= kept;
        }
        return new ExactDistribution(shares);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    double probability(int classIndex) {
        return probabilities[classIndex];
    }

    int classCount() {
        return probabilities.length;
    }
}
