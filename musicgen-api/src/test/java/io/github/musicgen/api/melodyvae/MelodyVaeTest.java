package io.github.musicgen.api.melodyvae;

import static io.github.musicgen.api.testing.TinyVaes.TINY;
import static io.github.musicgen.api.testing.TinyVaes.TINY_DRUMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.testing.ReferenceEngine;
import io.github.musicgen.api.testing.TinyVaes;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MelodyVaeTest {
    static List<MelodyVaeConfiguration> configurations() {
        return List.of(
                TINY,
                TINY.withDecoder(8),
                TINY.withDecoder(4, 11, 6).withBars(1),
                MelodyVaeConfiguration.small()
                        .withEncoder(20)
                        .withDecoder(16, 16)
                        .withLatentSize(12),
                TINY_DRUMS,
                TINY_DRUMS.withDecoder(8).withBars(4));
    }

    /** Weights and biases, counted by hand for the layers that the sheet of MusicVAE names. */
    @Test
    void parameters_ofTheSmallModel_areAsManyAsItsLayersHave() {
        long encoder = 2 * (90 + 512 + 1) * 2048 + 2 * (1024 + 1) * 256;
        long decoder = (256 + 1) * 1024 + (90 + 256 + 256 + 1) * 1024 + (256 + 256 + 1) * 1024 + (256 + 1) * 90;
        assertThat(MelodyVaeTensors.schema(MelodyVaeConfiguration.small()).valueCount())
                .isEqualTo(encoder + decoder)
                .isEqualTo(4_423_770);
        assertThat(MelodyVaeConfiguration.small().steps()).isEqualTo(32);
    }

    /** As the sheet of MusicVAE names them: the encoder is shown ten numbers, the decoder 512 classes. */
    @Test
    void parameters_ofTheSmallModelOfDrums_areAsManyAsItsLayersHave() {
        long encoder = 2 * (10 + 512 + 1) * 2048 + 2 * (1024 + 1) * 256;
        long decoder = (256 + 1) * 1024 + (512 + 256 + 256 + 1) * 1024 + (256 + 256 + 1) * 1024 + (256 + 1) * 512;
        assertThat(MelodyVaeTensors.schema(MelodyVaeConfiguration.smallDrums()).valueCount())
                .isEqualTo(encoder + decoder)
                .isEqualTo(4_636_672);
        assertThat(MelodyVaeConfiguration.smallDrums().steps()).isEqualTo(32);
    }

    /** The table of docs/models/melody-vae.md. */
    @Test
    void configurationsOfMusicVae_areAsLargeAsTheirPageSays() {
        assertThat(MelodyVaeTensors.schema(MelodyVaeConfiguration.small()).valueCount())
                .isEqualTo(4_423_770L);
        assertThat(MelodyVaeTensors.schema(MelodyVaeConfiguration.big()).valueCount())
                .isEqualTo(134_571_098L);
        assertThat(MelodyVaeConfiguration.big().vocabulary().size()).isEqualTo(90);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void encode_isWhatTheNaiveNetworkEncodes(MelodyVaeConfiguration configuration) {
        MelodyVaeBundle bundle = TinyVaes.of(configuration, 3);
        int[] events = events(configuration, 11);
        double[] expected = naive(bundle).encode(shown(configuration, events));
        Posterior found = bundle.model(Engine.portable()).encode(events);
        for (int i = 0; i < configuration.latentSize(); i++) {
            assertThat((double) found.mean().at(i)).isCloseTo(expected[i], within(1e-5));
            assertThat((double) found.deviation().at(i))
                    .isCloseTo(expected[configuration.latentSize() + i], within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void scores_areThoseOfTheNaiveNetwork(MelodyVaeConfiguration configuration) {
        MelodyVaeBundle bundle = TinyVaes.of(configuration, 4);
        LatentVector z = LatentVector.random(configuration.latentSize(), SeededRandom.ofSeed(5));
        int[] events = events(configuration, 12);
        double[] values = new double[z.size()];
        Arrays.setAll(values, z::at);
        double[][] expected = naive(bundle)
                .decode(
                        values,
                        classes(configuration, events),
                        configuration.vocabulary().size());
        for (Engine engine : List.of(Engine.portable(), new ReferenceEngine())) {
            MelodyVaeState state = bundle.model(engine).start(z);
            for (int step = 0; step < events.length; step++) {
                double[] scores = new double[state.classCount()];
                float[] answered = state.scores();
                Arrays.setAll(scores, i -> answered[i]);
                assertThat(scores).containsExactly(expected[step], within(1e-4));
                state.feed(events[step]);
            }
            assertThat(state.length()).isEqualTo(events.length);
        }
    }

    private static NaiveMusicVae naive(MelodyVaeBundle bundle) {
        TensorTable variables = MusicVaeVariables.of(bundle);
        return new NaiveMusicVae(
                variables, bundle.configuration().decoderLayers().size());
    }

    private static int[] events(MelodyVaeConfiguration configuration, long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        int[] events = new int[configuration.steps()];
        for (int i = 0; i < events.length; i++) {
            events[i] = configuration
                    .vocabulary()
                    .event(random.nextInt(configuration.vocabulary().size()));
        }
        return events;
    }

    private static double[][] shown(MelodyVaeConfiguration configuration, int[] events) {
        return configuration.contents() instanceof LatentContents.Drums
                ? NaiveMusicVae.rolls(events)
                : NaiveMusicVae.oneHot(
                        classes(configuration, events),
                        configuration.vocabulary().size());
    }

    private static int[] classes(MelodyVaeConfiguration configuration, int[] events) {
        return Arrays.stream(events).map(configuration.vocabulary()::code).toArray();
    }

    @Test
    void probabilities_ofAllEvents_sumToOne() {
        MelodyVaeState state = TinyVaes.of(TINY, 1).model(Engine.portable()).start(LatentVector.of(1, -1, 0.5f, 2, 0));
        state.feed(60);
        double sum = 0;
        for (int i = 0; i < state.classCount(); i++) {
            sum += StrictMath.exp(state.logProbability(state.event(i)));
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void encode_deviationsOfAnExtremeMelody_areStillMoreThanNothing() throws Exception {
        TensorTable weights = TinyVaes.weights(TINY, 1);
        Arrays.fill(weights.tensor("encoder.deviation.bias").values(), -1e6f);
        Posterior posterior = MelodyVae.of(TINY, weights, Engine.portable()).encode(events(TINY, 1));
        assertThat(posterior.deviation().at(0)).isPositive();
        assertThat(posterior.divergence()).isFinite();
    }

    @Test
    void encode_melodyOfAnotherLength_isRefused() {
        MelodyVae model = TinyVaes.of(TINY, 1).model(Engine.portable());
        assertThatThrownBy(() -> model.encode(60, 62)).hasMessage("a melody must be 32 steps long, but was 2");
        assertThatThrownBy(() -> model.encode(new int[33])).hasMessageContaining("but was 33");
    }

    @Test
    void encode_drumsThatCannotBe_areRefused() {
        MelodyVae model = TinyVaes.of(TINY_DRUMS, 1).model(Engine.portable());
        assertThatThrownBy(() -> model.encode(1, 2)).hasMessage("a drum pattern must be 32 steps long, but was 2");
        int[] events = new int[32];
        events[7] = 512;
        assertThatThrownBy(() -> model.encode(events)).hasMessage("event of drums must be 0..511, but was 512");
        MelodyVaeState state = model.start(LatentVector.of(1, 2, 3, 4, 5));
        assertThat(state.classCount()).isEqualTo(512);
        assertThatThrownBy(() -> state.feed(-2)).hasMessageContaining("but was -2");
        assertThat(state.length()).isZero();
    }

    @Test
    void start_vectorOfAnotherSize_isRefused() {
        MelodyVae model = TinyVaes.of(TINY, 1).model(Engine.portable());
        assertThatThrownBy(() -> model.start(LatentVector.of(1, 2)))
                .hasMessage("a vector of this model must have 5 numbers, but had 2");
    }

    @Test
    void feed_anEventThatTheModelDoesNotKnow_leavesTheRunAsItWas() {
        MelodyVaeState state = TinyVaes.of(TINY, 1).model(Engine.portable()).start(LatentVector.of(1, 2, 3, 4, 5));
        float[] before = state.scores().clone();
        assertThatThrownBy(() -> state.feed(84)).isInstanceOf(IllegalArgumentException.class);
        assertThat(state.scores()).containsExactly(before);
        assertThat(state.length()).isZero();
    }

    @Test
    void steps_allocateNothing() {
        MelodyVaeState state = TinyVaes.of(TINY, 1).model(Engine.portable()).start(LatentVector.of(1, 2, 3, 4, 5));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) { // the compiler may replace code under way, which is not free
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 10_000; step++) {
                state.feed(60 + step % 12);
                state.logProbability(60);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isLessThan(1_000);
    }

    @Test
    void configuration_outOfBounds_isRefused() {
        assertThatThrownBy(() -> TINY.withBars(0)).hasMessage("bars must be 1..64, but was 0");
        assertThatThrownBy(() -> TINY.withEncoder(8193)).hasMessageContaining("units of the encoder must be 1..8192");
        assertThatThrownBy(TINY::withDecoder).hasMessageContaining("layers of the decoder must be 1..64, but was 0");
        assertThatThrownBy(() -> TINY.withDecoder(4, 0)).hasMessage("units of a layer must be 1..8192, but was 0");
        assertThatThrownBy(() -> TINY.withLatentSize(0)).hasMessage("latent size must be 1..8192, but was 0");
        assertThatThrownBy(() -> TINY.withRange(60, 71)).hasMessageContaining("hold an octave, but was 60..71");
        assertThatThrownBy(TINY_DRUMS::melodies)
                .hasMessage("\"tiny-drums\" must be a space of melodies, but is one of drums");
    }
}
