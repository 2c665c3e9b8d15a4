package io.github.musicgen.bench;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.run.MelodyRun;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a step of a generation costs: the network, the masks, the draw. With {@code -prof gc} also that it allocates nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SamplingStepBenchmark {
    /** More than a fork takes, so that the run need not start again, which would allocate. */
    private static final int MOST_STEPS = 1 << 22;

    @Param
    private NamedModel model;

    @Param({"java", "java-12bit", "openblas"})
    private String engine;

    private MelodyRun run;

    @Setup
    public void start() {
        KernelWarning.tell();
        run = SamplingLoop.at(model.bundle().model(Engine.named(engine)), 0, MOST_STEPS);
    }

    @Benchmark
    public int step() {
        return run.step();
    }
}
