package io.github.musicgen.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Breaks in each method the rule that additions are made in one order, so that a test can see the rule find it. */
final class DisorderlySums {
    private DisorderlySums() {}

    static double sum(double[] values) {
        return DoubleStream.of(values).sum();
    }

    static double reduce(double[] values) {
        return DoubleStream.of(values).reduce(0, Double::sum);
    }

    static double collect(double[] values) {
        return DoubleStream.of(values)
                .collect(() -> new double[1], (sum, each) -> sum[0] += each, (a, b) -> a[0] += b[0])[0];
    }

    static double collectors(List<Double> values) {
        return values.stream().collect(Collectors.averagingDouble(each -> each));
    }

    static int parallel(List<Integer> values) {
        return values.stream().parallel().mapToInt(each -> each).sum();
    }

    static int parallelStream(List<Integer> values) {
        return values.parallelStream().mapToInt(each -> each).sum();
    }

    static void parallelPrefix(double[] values) {
        Arrays.parallelPrefix(values, Double::sum);
    }

    static void parallelSetAll(double[] values) {
        Arrays.parallelSetAll(values, i -> i);
    }

    static void parallelSort(double[] values) {
        Arrays.parallelSort(values);
    }
}
