package io.github.musicgen.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchmarkReportTest {
    @ParameterizedTest
    @MethodSource("committedResults")
    void committedPage_saysWhatTheCommittedResultsSay(Path json) throws IOException {
        assertThat(BenchmarkReport.beside(json, ".md")).hasContent(BenchmarkReport.page(json));
    }

    static List<Path> committedResults() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "docs", "benchmarks"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> Files.exists(BenchmarkReport.beside(file, ".properties"))) // those of JMH
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theIndex_namesEveryPageOnce() throws IOException {
        Path folder = Path.of("..", "docs", "benchmarks");
        String index = Files.readString(folder.resolve("README.md"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".md") && !name.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).containsOnlyOnce("](" + name + ")"));
        }
    }

    @Test
    void page_ofTimes_comparesTheBaselineTimeWithEach() throws IOException {
        String page =
                page(result("1", "US", "2.5", "0.25", "us/op"), result("1", "THEM", "1234.5", "\"NaN\"", "us/op"));

        assertThat(page).isEqualTo("""
                        # Walking, today

                        Written by `BenchmarkReport` from [walk.json](walk.json).

                        `java -jar x.jar`

                        - CPU: one
                        - JVM: VM 1
                        - JMH 1.37: forks 1, warm-up iterations 1 of 1 s, measured iterations 3 of 2 s
                        - Times are means with the half of their 99.9 % interval; what follows from them, operations per second and how many times as fast, is of medians
                        - One operation: a street; 5,000 steps

                        | benchmark | rival | size | threads | us/op | median | steps per second | bytes allocated per operation | times as fast as THEM |
                        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                        | Walking.walk | US | 9 | 2 | 2.50 ± 0.25 | 2.50 | 2,000,000,000 |  | 247 |
                        | Walking.walk | THEM | 9 | 2 | 1,230 | 617 | 8,100,000 |  | 1.00 |
                        """);
    }

    @Test
    void page_withTwoBaselinesAndVersions_hasAColumnForEachAndALine() throws IOException {
        Properties properties = notes();
        properties.setProperty("baseline.value", "THEM, US");
        properties.setProperty("versions", "Us 1; Them 2");

        assertThat(page(properties, result("1", "US", "2", "1", "us/op"), result("1", "THEM", "4", "1", "us/op")))
                .contains("- Versions: Us 1; Them 2\n")
                .contains("| times as fast as THEM | times as fast as US |")
                .contains("| 2.00 | 1.00 |")
                .contains("| 1.00 | 0.500 |");
    }

    @Test
    void page_ofNothingToCompare_hasNoColumnForIt() throws IOException {
        Properties properties = notes();
        properties.remove("baseline.parameter");
        properties.remove("baseline.value");

        assertThat(page(properties, result("1", "US", "2", "1", "us/op")))
                .contains("| bytes allocated per operation |\n")
                .endsWith("| 2,500,000,000 |  |\n");
    }

    @Test
    void page_ofThroughputs_callsTheLargerFaster() throws IOException {
        assertThat(page(result("1", "US", "40", "1", "ops/ms"), result("1", "THEM", "10", "1", "ops/ms")))
                .contains("| US | 9 | 2 | 40.0 ± 1.0 | 40.0 | 200,000,000 |  | 4.00 |");
    }

    @Test
    void page_withoutItsBaseline_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page(result("1", "US", "1", "1", "s/op")))
                .withMessageContaining("there must be a baseline")
                .withMessageContaining("rival=THEM");
    }

    @Test
    void page_ofTwoJvms_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> page(result("1", "US", "1", "1", "s/op"), result("2", "THEM", "1", "1", "s/op")))
                .withMessageContaining("must be of one JVM");
    }

    @Test
    void notes_withoutOneOfTheirProperties_sayWhich() {
        Properties properties = notes();
        properties.remove("cpu");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BenchmarkNotes.of(properties))
                .withMessage("the notes of a benchmark must have a property cpu");
    }

    private static String page(String... results) throws IOException {
        return page(notes(), results);
    }

    private static String page(Properties notes, String... results) throws IOException {
        byte[] json = ("[" + String.join(",", results) + "]").getBytes(StandardCharsets.UTF_8);
        return new BenchmarkReport(BenchmarkNotes.of(notes), JmhResult.parse(json)).markdown("walk.json");
    }

    private static String result(String vm, String rival, String score, String error, String unit) {
        return """
                {"jmhVersion": "1.37", "benchmark": "a.b.Walking.walk", "threads": 2, "forks": 1, "vmName": "VM",
                 "vmVersion": "%s", "warmupIterations": 1, "warmupTime": "1 s", "measurementIterations": 3,
                 "measurementTime": "2 s", "params": {"rival": "%s", "size": "9"},
                 "primaryMetric": {"score": %s, "scorePercentiles": {"0.0": 0, "50.0": %s, "100.0": 9999},
                   "scoreError": %s, "scoreUnit": "%s"}, "secondaryMetrics": {}}
                """.formatted(vm, rival, score, median(score), error, unit);
    }

    /** Half of a large mean, which a slow second has spoiled. */
    private static String median(String mean) {
        return mean.equals("1234.5") ? "617.25" : mean;
    }

    private static Properties notes() {
        Properties properties = new Properties();
        properties.setProperty("title", "Walking");
        properties.setProperty("date", "today");
        properties.setProperty("command", "java -jar x.jar");
        properties.setProperty("cpu", "one");
        properties.setProperty("data", "a street");
        properties.setProperty("count", "5000");
        properties.setProperty("unit", "steps");
        properties.setProperty("baseline.parameter", "rival");
        properties.setProperty("baseline.value", "THEM");
        return properties;
    }
}
