package io.github.musicgen.api.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.musicgen.api.random.SeededRandom;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A choice must not allocate, so that nothing ever has to be collected while music plays. */
class SamplerAllocationTest {
    private static final int CLASSES = 40;
    private static final int CHOICES = 20_000;

    static Stream<SamplingOptions> options() {
        return Stream.of(
                SamplingOptions.DEFAULT,
                SamplingOptions.DEFAULT.withTemperature(0),
                SamplingOptions.DEFAULT.withTopK(5),
                SamplingOptions.DEFAULT.withTopP(0.9),
                new SamplingOptions(1.3, 10, 0.8));
    }

    @ParameterizedTest
    @MethodSource("options")
    void choices_allocateNothing(SamplingOptions options) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Sampler sampler = new Sampler(options, CLASSES);
        SeededRandom random = SeededRandom.ofSeed(1);
        float[] scores = new float[CLASSES];
        for (int i = 0; i < CLASSES; i++) {
            scores[i] = i % 7;
        }
        boolean[] allowed = new boolean[CLASSES];
        Arrays.fill(allowed, 3, CLASSES, true);
        double sum = run(sampler, scores, allowed, random);
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        sum += run(sampler, scores, allowed, random);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isPositive();
        assertThat(allocated).isZero();
    }

    private static double run(Sampler sampler, float[] scores, boolean[] allowed, SeededRandom random) {
        double sum = 0;
        for (int i = 0; i < CHOICES; i++) {
            int chosen = sampler.choose(scores, allowed, random);
            sum += chosen + sampler.probability(chosen);
        }
        return sum;
    }
}
