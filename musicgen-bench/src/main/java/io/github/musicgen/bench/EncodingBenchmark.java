package io.github.musicgen.bench;

import io.github.musicgen.api.melodyrnn.MelodyInput;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.representation.encoding.InputSink;
import io.github.musicgen.representation.encoding.MelodyEncodings;
import io.github.musicgen.representation.encoding.SequenceEncoding;
import io.github.musicgen.representation.encoding.StepEncoder;
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

/** What it costs to turn the latest event into a network's input. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EncodingBenchmark implements InputSink {
    private static final int LOWEST = 48;
    private static final int HIGHEST = 84;
    private static final int EVENTS = 1024;

    @Param
    private MelodyInput input;

    private final int[] events = new int[EVENTS];
    private StepEncoder encoder;
    private int next;
    private float sum;

    @Setup
    public void draw() {
        SeededRandom random = SeededRandom.ofSeed(1);
        for (int i = 0; i < EVENTS; i++) {
            events[i] = random.nextDouble() < 0.5 ? -2 : LOWEST + (int) (random.nextDouble() * (HIGHEST - LOWEST));
        }
        encoder = encoding().start();
    }

    private SequenceEncoding encoding() {
        return switch (input) {
            case ONE_HOT -> MelodyEncodings.oneHot(LOWEST, HIGHEST);
            case LOOKBACK -> MelodyEncodings.lookback(LOWEST, HIGHEST);
            case KEY_MELODY -> MelodyEncodings.keyMelody(LOWEST, HIGHEST);
        };
    }

    @Override
    public void add(int index, float value) {
        sum += index * value;
    }

    @Benchmark
    public float event() {
        encoder.append(events[next]);
        next = (next + 1) % EVENTS;
        encoder.writeInput(this);
        return sum;
    }
}
