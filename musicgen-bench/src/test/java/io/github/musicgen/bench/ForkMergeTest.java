package io.github.musicgen.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForkMergeTest {
    @Test
    void forksOfOneBenchmark_becomeOneResultOfAllIterations() throws IOException {
        JmhResult result = merge(fork("US", "9", 1, 2), fork("US", "9", 3, 6)).get(0);

        assertThat(result.score()).isEqualTo(3);
        // Student's t at 0.9995 with three degrees of freedom is 12.924; the standard deviation is the root of 14 / 3.
        assertThat(result.error()).isCloseTo(12.924 * Math.sqrt(14.0 / 3) / 2, within(1e-3));
        assertThat(result.conditions().forks()).isEqualTo(2);
    }

    @Test
    void resultsOfOneValue_lieBesideEachOther() throws IOException {
        assertThat(merge(
                        fork("US", "8", 1, 1), fork("US", "9", 1, 1), fork("THEM", "8", 1, 1), fork("THEM", "9", 1, 1)))
                .extracting(result -> String.join(" ", result.parameters().values()))
                .containsExactly("US 8", "THEM 8", "US 9", "THEM 9");
    }

    @Test
    void whereTheJvmLies_isLeftOut() throws IOException {
        assertThat(new String(merged(fork("US", "9", 1, 2)), UTF_8)).doesNotContain("somewhere");
    }

    @Test
    void forksMeasuredOtherwise_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> merge(fork("US", "9", 1, 2), fork("US", "9", 1, 2).replace("2 s", "5 s")))
                .withMessageContaining("must agree in measurementTime")
                .withMessageContaining("5 s");
    }

    private static List<JmhResult> merge(String... forks) throws IOException {
        return JmhResult.parse(merged(forks));
    }

    private static byte[] merged(String... forks) throws IOException {
        ForkMerge merge = new ForkMerge();
        for (String fork : forks) {
            merge.add(fork.getBytes(UTF_8));
        }
        return merge.json("size");
    }

    private static String fork(String rival, String size, double first, double second) {
        return """
                [{"jmhVersion": "1.37", "benchmark": "a.b.Walking.walk", "mode": "avgt", "threads": 1, "forks": 1,
                 "jvm": "/somewhere/bin/java", "jvmArgs": ["-Dcache=/somewhere"], "vmName": "VM", "vmVersion": "1",
                 "warmupIterations": 1, "warmupTime": "1 s", "measurementIterations": 2, "measurementTime": "2 s",
                 "params": {"rival": "%s", "size": "%s"},
                 "primaryMetric": {"score": 0, "scoreError": 0, "scoreUnit": "us/op", "rawData": [[%s, %s]]},
                 "secondaryMetrics": {}}]
                """.formatted(rival, size, first, second);
    }
}
