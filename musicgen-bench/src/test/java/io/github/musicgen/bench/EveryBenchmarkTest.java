package io.github.musicgen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark once, with every value of its parameters: nothing is measured, but nothing rots. */
class EveryBenchmarkTest {

    @Test
    void jmhsList_namesEveryBenchmarkOfOurs() {
        List<String> written = new ClassFileImporter()
                .importPackages(getClass().getPackageName()).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Benchmark.class))
                        .map(EveryBenchmarkTest::name)
                        .toList();

        assertThat(benchmarks()).isNotEmpty().containsExactlyInAnyOrderElementsOf(written);
    }

    @ParameterizedTest
    @MethodSource("benchmarks")
    void benchmark_runs(String name) throws RunnerException {
        assertThat(SmokeRun.of(name)).isNotEmpty();
    }

    private static List<String> benchmarks() {
        var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().getAll(silent, List.of()).stream()
                .map(BenchmarkListEntry::getUsername)
                .distinct()
                .toList();
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getName() + "." + method.getName();
    }
}
