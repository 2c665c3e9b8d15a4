package io.github.musicgen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * One line of what JMH writes with {@code -rf json}, as far as a report tells it.
 *
 * @param benchmark class and method
 * @param parameters the value of each {@code @Param}, by its name
 * @param threads how many ran it at once
 * @param score the mean
 * @param median the median of all iterations, which one slow second does not move
 * @param error half of the 99.9% confidence interval; not a number if there was one iteration
 * @param unit that of score and error, such as {@code ms/op}
 * @param allocated bytes per operation, if {@code -prof gc} was on
 * @param conditions what has to be equal before two results may be compared
 */
record JmhResult(
        String benchmark,
        Map<String, String> parameters,
        int threads,
        double score,
        double median,
        double error,
        String unit,
        OptionalDouble allocated,
        Conditions conditions) {

    /**
     * How it was measured.
     *
     * @param jmh the version of JMH
     * @param java the JVM and its version
     * @param forks how many JVMs ran it, one after another
     * @param warmup iterations before measuring
     * @param measurement iterations measured
     */
    record Conditions(String jmh, String java, int forks, String warmup, String measurement) {
        private static Conditions of(JsonNode json) {
            return new Conditions(
                    json.required("jmhVersion").asText(),
                    json.required("vmName").asText() + " "
                            + json.required("vmVersion").asText(),
                    json.required("forks").asInt(),
                    iterations(json, "warmup"),
                    iterations(json, "measurement"));
        }

        private static String iterations(JsonNode json, String kind) {
            return json.required(kind + "Iterations").asInt() + " of "
                    + json.required(kind + "Time").asText();
        }
    }

    static List<JmhResult> parse(byte[] json) throws IOException {
        List<JmhResult> results = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(json)) {
            results.add(of(each));
        }
        return results;
    }

    private static JmhResult of(JsonNode json) {
        JsonNode metric = json.required("primaryMetric");
        Map<String, String> parameters = new LinkedHashMap<>();
        json.path("params")
                .properties()
                .forEach(each -> parameters.put(each.getKey(), each.getValue().asText()));
        JsonNode allocated = json.at("/secondaryMetrics/gc.alloc.rate.norm/score");
        return new JmhResult(
                json.required("benchmark").asText(),
                parameters,
                json.required("threads").asInt(),
                number(metric.required("score")),
                number(metric.required("scorePercentiles").required("50.0")),
                number(metric.required("scoreError")),
                metric.required("scoreUnit").asText(),
                allocated.isMissingNode() ? OptionalDouble.empty() : OptionalDouble.of(number(allocated)),
                Conditions.of(json));
    }

    /** JMH writes what is not a number as a text. */
    private static double number(JsonNode json) {
        return Double.parseDouble(json.asText());
    }

    /** The method behind its class, without the package. */
    String name() {
        int method = benchmark.lastIndexOf('.');
        return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    }

    /** By the median. */
    double operationsPerSecond() {
        boolean throughput = unit.startsWith("ops/");
        return throughput
                ? median * unitsPerSecond(unit.substring("ops/".length()))
                : unitsPerSecond(unit.substring(0, unit.indexOf('/'))) / median;
    }

    private static double unitsPerSecond(String unit) {
        return switch (unit) {
            case "ns" -> 1e9;
            case "us" -> 1e6;
            case "ms" -> 1e3;
            case "s" -> 1;
            default -> throw new IllegalArgumentException("unit must be one of ns us ms s, but was \"" + unit + "\"");
        };
    }
}
