package io.github.musicgen.api.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.Attention;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.plan.Deadline;
import io.github.musicgen.api.plan.Plan;
import io.github.musicgen.api.plan.Situation;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.testing.TinyModels;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A step of the sampling loop must not allocate, so that nothing ever has to be collected while music plays. */
class MelodyRunAllocationTest {
    private static final int STEPS = 10_000;

    /** The compiler may replace code under way, which is not free; what a step allocates would show in every round. */
    private static final int ROUNDS = 5;

    static Stream<MelodyRnnConfiguration> configurations() {
        return Stream.concat(
                MelodyRnnConfiguration.all().stream().map(each -> each.withLayers(8, 8)),
                Stream.of(MelodyRnnConfiguration.attentionRnn()
                        .withLayers(8, 8)
                        .withAttention(Optional.of(new Attention(40, Attention.Scope.WHOLE_STACK)))));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void steps_allocateNothing(MelodyRnnConfiguration configuration) {
        MelodyRun run = run(configuration, Engine.portable());
        assertAllocatesNothing(() -> step(run));
        assertThat(run.length()).isEqualTo((1 + ROUNDS) * STEPS);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void steps_onTheCompactEngine_allocateNothing(MelodyRnnConfiguration configuration) {
        MelodyRun run = run(configuration.withLayers(17, 17), Engine.compact()); // wide enough to be packed
        assertAllocatesNothing(() -> step(run));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void steps_ofManyTogether_allocateNothing(MelodyRnnConfiguration configuration) {
        MelodyRnn model = TinyModels.of(configuration, 1).model(Engine.portable());
        MelodyRuns together = new MelodyRuns(model, 3);
        List<MelodyRun> runs = Stream.generate(() -> run(model)).limit(3).toList();
        assertAllocatesNothing(() -> {
            for (int i = 0; i < STEPS; i++) {
                together.step(runs);
            }
        });
    }

    private static MelodyRun run(MelodyRnnConfiguration configuration, Engine engine) {
        return run(TinyModels.of(configuration, 1).model(engine));
    }

    private static MelodyRun run(MelodyRnn model) {
        MelodyRnnConfiguration configuration = model.configuration();
        Primer primer = Primer.nothing(0, 0, configuration);
        List<Constraint> wishes =
                List.of(Constraint.parse("key C"), Constraint.parse("repeats 4"), Constraint.parse("end C"));
        Plan plan = Plan.of(
                Situation.after(
                        primer.melody(),
                        (1 + ROUNDS) * STEPS,
                        pitch -> pitch >= configuration.minPitch() && pitch < configuration.maxPitch(),
                        0),
                wishes);
        return MelodyRun.start(
                MelodyRun.hear(model, primer, Deadline.NONE),
                primer,
                plan.start(),
                new SamplingOptions(1.1, 10, 0.95),
                SeededRandom.ofSeed(1),
                (1 + ROUNDS) * STEPS);
    }

    private static void assertAllocatesNothing(Runnable steps) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        steps.run();
        threads.getCurrentThreadAllocatedBytes();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            steps.run();
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(fewest).isZero();
    }

    private static void step(MelodyRun run) {
        for (int i = 0; i < STEPS; i++) {
            run.step();
        }
    }
}
