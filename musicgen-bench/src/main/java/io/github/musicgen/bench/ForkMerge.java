package io.github.musicgen.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.util.ListStatistics;

/**
 * Makes one file of many that JMH wrote: what was measured of the same benchmark in several runs, between which others took their
 * turns, becomes the forks of one.
 */
final class ForkMerge {
    private static final double CONFIDENCE = 0.999; // JMH's own

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, ObjectNode> merged = new LinkedHashMap<>();

    /** Writes the first file from the others, with the results of one value of a parameter beside each other. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 3) {
            throw new IllegalArgumentException(
                    "arguments must be MERGED.json PARAMETER FORK.json..., but were " + List.of(arguments));
        }
        ForkMerge merge = new ForkMerge();
        for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
            merge.add(Files.readAllBytes(Path.of(file)));
        }
        Files.write(Path.of(arguments[0]), merge.json(arguments[1]));
    }

    void add(byte[] json) throws IOException {
        for (JsonNode result : mapper.readTree(json)) {
            String key = String.join(
                    " ",
                    result.required("benchmark").asText(),
                    result.required("mode").asText(),
                    result.required("threads").asText(),
                    result.required("params").toString());
            ObjectNode before = merged.putIfAbsent(key, (ObjectNode) result);
            if (before != null) {
                append(before, (ObjectNode) result);
            }
        }
    }

    private static void append(ObjectNode forks, ObjectNode more) {
        requireSame("vmVersion", forks, more);
        requireSame("measurementTime", forks, more);
        requireSame("measurementIterations", forks, more);
        forks.put(
                "forks",
                forks.required("forks").asInt() + more.required("forks").asInt());
        rawData(forks).addAll(rawData(more));
    }

    private static void requireSame(String field, JsonNode forks, JsonNode more) {
        if (!forks.required(field).equals(more.required(field))) {
            throw new IllegalArgumentException("forks of a benchmark must agree in " + field + ", but had "
                    + forks.required(field) + " and " + more.required(field));
        }
    }

    private static ArrayNode rawData(JsonNode result) {
        return (ArrayNode) result.required("primaryMetric").required("rawData");
    }

    byte[] json(String parameter) throws IOException {
        Map<String, List<ObjectNode>> byValue = new LinkedHashMap<>();
        for (ObjectNode result : merged.values()) {
            summarize(result);
            String value = result.required("params").required(parameter).asText();
            byValue.computeIfAbsent(value, each -> new ArrayList<>()).add(result);
        }
        List<ObjectNode> all = byValue.values().stream().flatMap(List::stream).toList();
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
    }

    private static void summarize(ObjectNode result) {
        List<Double> values = new ArrayList<>();
        rawData(result).forEach(fork -> fork.forEach(value -> values.add(value.asDouble())));
        ListStatistics statistics = new ListStatistics(
                values.stream().mapToDouble(Double::doubleValue).toArray());
        ObjectNode metric = (ObjectNode) result.required("primaryMetric");
        metric.put("score", statistics.getMean());
        metric.put("scoreError", statistics.getMeanErrorAt(CONFIDENCE));
        ArrayNode interval = metric.putArray("scoreConfidence");
        for (double bound : statistics.getConfidenceIntervalAt(CONFIDENCE)) {
            interval.add(bound);
        }
        ObjectNode percentiles = metric.putObject("scorePercentiles");
        for (double rank : new double[] {0, 50, 90, 100}) {
            percentiles.put(Double.toString(rank), statistics.getPercentile(rank));
        }
        // Where the JVM lies, and the folders in its arguments, are nobody's business.
        result.put("jvm", "java");
        result.putArray("jvmArgs");
    }
}
