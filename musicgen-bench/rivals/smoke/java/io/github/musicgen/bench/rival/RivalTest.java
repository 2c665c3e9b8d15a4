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
        List<String> models = List.of(System.getProperty("models").split(","));

        assertThat(SmokeRun.of(STEP, Map.of("rival", List.of(System.getProperty("rival")), "model", models)))
                .hasSameSizeAs(models);
    }

    @Test
    void whateverTrains_learns() throws RunnerException {
        for (TrainingRuntime runtime : ServiceLoader.load(TrainingRuntime.class)) {
            assertThat(SmokeRun.of(
                            TRAINING, Map.of("network", List.of(runtime.network().name()))))
                    .hasSize(2);
        }
    }
}
