package io.github.musicgen.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs every benchmark once, with every name that its parameters may have and the least of their counts, because larger ones only take
 * longer: nothing is measured, but nothing rots.
 */
class EveryBenchmarkTest {

    @Test
    void jmhsList_namesEveryBenchmarkOfOurs() {
        List<String> written = new ClassFileImporter()
                .importPackages(getClass().getPackageName()).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Benchmark.class))
                        .map(EveryBenchmarkTest::name)
                        .toList();

        assertThat(benchmarks().keySet()).isNotEmpty().containsExactlyInAnyOrderElementsOf(written);
    }

    static Stream<Arguments> benchmarksAndCounts() {
        return benchmarks().entrySet().stream()
                .map(benchmark -> arguments(benchmark.getKey(), leastCounts(benchmark.getValue())));
    }

    @ParameterizedTest
    @MethodSource("benchmarksAndCounts")
    void benchmark_runs(String name, Map<String, List<String>> counts) throws RunnerException {
        assertThat(SmokeRun.of(name, counts)).isNotEmpty();
    }

    private static Map<String, BenchmarkListEntry> benchmarks() {
        var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        Map<String, BenchmarkListEntry> benchmarks = new TreeMap<>();
        BenchmarkList.defaultList()
                .getAll(silent, List.of())
                .forEach(benchmark -> benchmarks.put(benchmark.getUsername(), benchmark));
        return benchmarks;
    }

    private static Map<String, List<String>> leastCounts(BenchmarkListEntry benchmark) {
        Map<String, List<String>> counts = new TreeMap<>();
        benchmark.getParams().orElse(Map.of()).forEach((name, values) -> {
            if (Arrays.stream(values).allMatch(value -> value.matches("\\d+"))) {
                counts.put(name, List.of(Collections.min(List.of(values), Comparator.comparing(Long::valueOf))));
            }
        });
        return counts;
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getName() + "." + method.getName();
    }
}
