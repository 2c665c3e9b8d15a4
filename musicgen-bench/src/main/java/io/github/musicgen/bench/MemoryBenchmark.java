package io.github.musicgen.bench;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.Session;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.api.run.MelodyRun;
import java.util.ArrayList;
import java.util.List;
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

/**
 * With {@code -prof gc}: the memory of many sessions on one model, and of a generation that will take so many steps. Either has all that
 * it will ever need when it begins.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class MemoryBenchmark {
    private static final NamedModel MODEL = NamedModel.BASIC_128;

    /** How many sessions. */
    @State(Scope.Benchmark)
    public static class Sessions {
        @Param({"1", "10", "100", "1000"})
        private int count;

        private Generator generator;

        /** Loads the model that all of them share. */
        @Setup
        public void load() {
            generator = Generator.of(MODEL.bundle());
        }
    }

    /** How many steps a generation will take. */
    @State(Scope.Benchmark)
    public static class Length {
        @Param({"64", "1000", "10000"})
        private int count;

        private MelodyRnn model;

        /** Loads the model. */
        @Setup
        public void load() {
            model = MODEL.bundle().model(Engine.portable());
        }
    }

    /** Begins so many sessions. */
    @Benchmark
    public List<Session> sessions(Sessions sessions) {
        List<Session> all = new ArrayList<>(sessions.count);
        for (int i = 0; i < sessions.count; i++) {
            all.add(sessions.generator.session());
        }
        return all;
    }

    /** Begins a generation of so many steps. */
    @Benchmark
    public MelodyRun generation(Length length) {
        return SamplingLoop.at(length.model, 0, length.count);
    }
}
