package io.github.musicgen.bench;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.run.MelodyRun;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What a step costs when one model serves many sessions, which take it in turns, on one thread and on all of them. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 30)
@Fork(1)
public class SharedModelBenchmark {
    /** As many as the most sessions, each of which takes one then. */
    private static final int STEPS = 1000;

    /** The model of all threads. */
    @State(Scope.Benchmark)
    public static class Shared {
        @Param("BASIC_128")
        private NamedModel model;

        private MelodyRnn rnn;

        /** Loads it once. */
        @Setup
        public void load() {
            rnn = model.bundle().model(Engine.portable());
        }
    }

    /** The sessions of one thread. */
    @State(Scope.Thread)
    public static class Sessions {
        @Param({"1", "10", "100", "1000"})
        private int sessions;

        private List<MelodyRun> runs;

        /** Begins them anew. */
        @Setup(Level.Iteration)
        public void start(Shared shared) {
            runs = new ArrayList<>();
            for (int i = 0; i < sessions; i++) {
                runs.add(SamplingLoop.at(shared.rnn, 1, STEPS));
            }
        }

        private int steps() {
            int last = 0;
            for (int i = 0; i < STEPS; i++) {
                last = runs.get(i % sessions).step();
            }
            return last;
        }
    }

    /** A thousand steps on one thread. */
    @Benchmark
    @Threads(1)
    @OperationsPerInvocation(STEPS)
    public int oneThread(Sessions sessions) {
        return sessions.steps();
    }

    /** A thousand steps on each of as many threads as there are processors, at the same time. */
    @Benchmark
    @Threads(Threads.MAX)
    @OperationsPerInvocation(STEPS)
    public int allThreads(Sessions sessions) {
        return sessions.steps();
    }
}
