package io.github.musicgen.bench;

import io.github.musicgen.api.Band;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.nio.file.Path;
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

/** A song of three minutes by a band that is loaded already, for which the thesis took 5 to 15 seconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BandBenchmark {
    private static final double SECONDS = 180;

    /** {@code band} with random weights, {@code thesis} with random weights, or the path of a bundle. */
    @Param({"band", "thesis"})
    private String band;

    private Band loaded;
    private long seed;

    @Setup
    public void load() throws IOException {
        loaded = RandomBands.isNamed(band) ? RandomBands.named(band) : Band.load(Path.of(band));
    }

    @Benchmark
    public NoteSequence compose() {
        return loaded.request().seed(seed++).compose(SECONDS);
    }

    /** The one song of a program that plays no other: nothing is compiled yet. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(10)
    public NoteSequence first() {
        return compose();
    }
}
