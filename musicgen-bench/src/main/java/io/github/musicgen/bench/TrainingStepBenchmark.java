package io.github.musicgen.bench;

import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
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

/**
 * What a step of training costs on one thread: 64 melodies of 128 steps forwards, backwards, and Adam. Both rivals compute with
 * the same OpenBLAS.
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
    @Param
    private TrainedNetwork network;

    @Param({"128", "64"})
    private int units;

    private MultiLayerNetwork trained;
    private INDArray input;
    private INDArray labels;

    @Setup
    public void begin() {
        TrainedNetwork.useOneThread();
        trained = network.of(units);
        input = network.input();
        labels = network.labels();
    }

    @Benchmark
    public double step() {
        trained.fit(input, labels);
        return trained.score();
    }
}
