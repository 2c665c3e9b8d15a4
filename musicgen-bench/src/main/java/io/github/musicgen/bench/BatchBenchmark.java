package io.github.musicgen.bench;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.run.MelodyRun;
import io.github.musicgen.api.run.MelodyRuns;
import java.util.ArrayList;
import java.util.List;
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

/** What a step of each of 64 sessions costs, when they take it one after another and when all take it together. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 160)
@Measurement(iterations = 240)
@Fork(1)
public class BatchBenchmark {
    private static final int SESSIONS = 64;
    private static final int STEPS = 16;

    @Param({"BASIC_64", "BASIC_128", "BASIC_256", "BASIC_512", "ATTENTION_128"})
    private NamedModel model;

    @Param({"java", "java-12bit", "openblas"})
    private String engine;

    @Param({"1", "64"})
    private int together;

    private MelodyRnn shared;
    private List<MelodyRuns> batches;
    private List<List<MelodyRun>> sessions;

    @Setup(Level.Trial)
    public void load() {
        KernelWarning.tell();
        shared = model.bundle().model(Engine.named(engine));
    }

    @Setup(Level.Iteration)
    public void start() {
        batches = new ArrayList<>();
        sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i += together) {
            batches.add(new MelodyRuns(shared, together));
            List<MelodyRun> runs = new ArrayList<>();
            for (int j = 0; j < together; j++) {
                runs.add(SamplingLoop.at(shared, 1, STEPS));
            }
            sessions.add(runs);
        }
    }

    @Benchmark
    @OperationsPerInvocation(SESSIONS * STEPS)
    public int steps() {
        for (int i = 0; i < batches.size(); i++) {
            for (int step = 0; step < STEPS; step++) {
                if (together == 1) {
                    sessions.get(i).get(0).step();
                } else {
                    batches.get(i).step(sessions.get(i));
                }
            }
        }
        return sessions.get(0).get(0).length();
    }
}
