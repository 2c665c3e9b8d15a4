package io.github.musicgen.bench.rival;

import io.github.musicgen.bench.KernelWarning;
import io.github.musicgen.bench.NamedModel;
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
 * What a step of a generation costs, ours and others': show the network the last event, run it, take the softmax of its scores at
 * temperature 1, draw an event. The rivals named here run in this module; {@code musicgen-bench/rivals/measure.sh} runs all.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RivalStepBenchmark {
    @Param({
        "MUSICGEN",
        "MUSICGEN_12BIT",
        "MUSICGEN_OPENBLAS",
        "OPENBLAS_PRODUCTS",
        "OPENBLAS_PRODUCTS_ALIGNED",
        "ND4J",
        "DL4J"
    })
    private Rival rival;

    @Param({"BASIC_64", "BASIC_128", "BASIC_256", "BASIC_512"})
    private NamedModel model;

    private StepLoop loop;

    @Setup
    public void start() {
        KernelWarning.tell();
        loop = rival.loop(model);
    }

    @TearDown
    public void end() {
        loop.close();
    }

    @Benchmark
    public int step() {
        return loop.step();
    }
}
