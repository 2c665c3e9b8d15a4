package io.github.musicgen.bench;

import io.github.musicgen.api.run.MelodyRun;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A step late in a piece costs what a step early in it does. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 15)
@Fork(1)
public class GrowthBenchmark {
    private static final int STEPS = 1000;

    @Param({"LOOKBACK_128", "ATTENTION_128"})
    private NamedModel model;

    @Param({"100", "1000", "10000", "100000"})
    private int position;

    private MelodyRun run;

    @Setup(Level.Iteration)
    public void arrive() {
        run = SamplingLoop.at(model, position, STEPS);
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public int steps() {
        int last = 0;
        for (int i = 0; i < STEPS; i++) {
            last = run.step();
        }
        return last;
    }
}
