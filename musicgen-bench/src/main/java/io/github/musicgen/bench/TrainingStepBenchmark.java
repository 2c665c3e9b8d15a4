package io.github.musicgen.bench;

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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a step of training costs on one thread: 64 melodies of 128 steps forwards, backwards, and Adam. What is
 * named here computes with the same OpenBLAS.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx2g"})
public class TrainingStepBenchmark {
    @Param({"FUSED", "FUSED_ATTENTION", "FUSED_ATTENTION_AROUND_ALL", "STOCK"})
    private TrainedNetwork network;

    @Param({"128", "64"})
    private int units;

    private TrainingLoop loop;

    @Setup
    public void begin() {
        KernelWarning.tell();
        loop = network.begin(units);
    }

    @TearDown
    public void end() {
        loop.close();
    }

    @Benchmark
    public double step() {
        return loop.step();
    }
}
