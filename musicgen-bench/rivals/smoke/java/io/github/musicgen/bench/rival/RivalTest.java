package io.github.musicgen.bench.rival;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.bench.SmokeRun;
import io.github.musicgen.bench.TrainingRuntime;
import io.github.musicgen.bench.TrainingStepBenchmark;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

/** Whatever the module adds runs, and its scores are ours: the benchmark makes sure of that before it times anything. */
class RivalTest {
    private static final String STEP = RivalStepBenchmark.class.getName() + ".step";
    private static final String TRAINING = TrainingStepBenchmark.class.getName() + ".step";

    @Test
    void rival_stepsWithOurScores() throws RunnerException {
        List<String> rivals = List.of(System.getProperty("rivals").split(","));
        List<String> models = List.of(System.getProperty("models").split(","));

        assertThat(SmokeRun.of(STEP, Map.of("rival", rivals, "model", models)))
                .hasSize(rivals.size() * models.size());
    }

    @Test
    void whateverTrains_learns() throws RunnerException {
        List<String> networks = ServiceLoader.load(TrainingRuntime.class).stream()
                .map(runtime -> runtime.get().network().name())
                .toList();

        assertThat(String.join(",", networks)).isEqualTo(System.getProperty("trained"));
        for (String network : networks) {
            assertThat(SmokeRun.of(TRAINING, Map.of("network", List.of(network))))
                    .hasSize(2);
        }
    }
}
