package io.github.musicgen.bench;

import io.github.musicgen.api.random.SeededRandom;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
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

/** What one random number costs, ours beside the JDK's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RandomBenchmark {

    @Param
    private Source source;

    private RandomGenerator random;

    @Setup
    public void start() {
        random = source.start(1);
    }

    @Benchmark
    public long nextLong() {
        return random.nextLong();
    }

    /** The sources compared. */
    public enum Source {
        /** Ours. */
        SEEDED_RANDOM {
            @Override
            RandomGenerator start(long seed) {
                return SeededRandom.ofSeed(seed)::nextLong;
            }
        },
        /** The smallest of the JDK's. */
        SPLITTABLE_RANDOM {
            @Override
            RandomGenerator start(long seed) {
                return new SplittableRandom(seed);
            }
        };

        abstract RandomGenerator start(long seed);
    }
}
