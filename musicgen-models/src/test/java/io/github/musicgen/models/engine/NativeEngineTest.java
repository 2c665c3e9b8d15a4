package io.github.musicgen.models.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Matrix;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.testing.EngineContract;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.Tunes;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NativeEngineTest extends EngineContract {
    private final NativeEngine engine = new NativeEngine();

    @Override
    protected Engine engine() {
        return engine;
    }

    @AfterEach
    void close() {
        engine.close();
    }

    static List<MelodyRnnConfiguration> configurations() {
        return MelodyRnnConfiguration.all();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void models_ofEveryConfiguration_answerAsOnThePortableEngine(MelodyRnnConfiguration configuration) {
        Bundle bundle = TinyModels.of(configuration.withLayers(33, 20), 4);
        MelodyRnnState expected = bundle.model(Engine.portable()).start();
        MelodyRnnState actual = bundle.model(engine).start();
        for (int step = 0; step < 60; step++) {
            int event = step % 3 == 0 ? 60 + step % 12 : -2;
            expected.feed(event);
            actual.feed(event);
            assertThat(actual.scores()).containsExactly(expected.scores(), within(1e-3f));
        }
    }

    @Test
    void named_findsIt_andAGeneratorRecordsIt() {
        Generator generator = Generator.of(TinyModels.of(MelodyRnnConfiguration.basicRnn(), 1))
                .withEngine(Engine.named("openblas"));
        assertThat(generator
                        .continuing(Tunes.melody())
                        .seed(3)
                        .generate()
                        .recipe()
                        .engine())
                .isEqualTo("openblas");
        assertThat(generator.verify()).isEmpty();
    }

    @Test
    void fastest_dependsOnTheSize() {
        assertThat(Engine.fastest(200_000).name()).isEqualTo("openblas");
        assertThat(Engine.fastest(5_000_000)).isSameAs(Engine.compact());
    }

    @Test
    void portable_withTheNativeEngineOnTheClassPath_isStillWhatGeneratorsUse() {
        assertThat(Generator.of(TinyModels.of(MelodyRnnConfiguration.basicRnn(), 1))
                        .engine())
                .isSameAs(Engine.portable());
    }

    @Test
    void request_byTheNativeEngine_isMadeByIt() {
        Generator generator = Generator.of(TinyModels.of(MelodyRnnConfiguration.basicRnn(), 1));
        assertThat(generator
                        .continuing(Tunes.melody())
                        .engine(engine)
                        .generate()
                        .recipe()
                        .engine())
                .isEqualTo("openblas");
    }

    @Test
    void close_endsAllUse_withoutHarm() {
        Matrix matrix = engine.matrix(2, 2, new float[] {1, 2, 3, 4});
        engine.close();
        engine.close();
        float[] y = {5, 6};
        assertThatThrownBy(() -> matrix.addProduct(new float[2], y))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was closed");
        assertThatThrownBy(() -> matrix.addRow(0, 1, y)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> matrix.addProducts(new float[1][2], new float[][] {y}, 1))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> engine.matrix(1, 1, new float[1])).isInstanceOf(IllegalStateException.class);
        assertThat(y).containsExactly(5, 6);
    }

    /** Were the memory freed under a product, the JVM would crash, or products would be wrong. */
    @Test
    @Timeout(60)
    void close_whileThreadsMultiply_stopsThemWithoutHarm() throws Exception {
        for (int round = 0; round < 30; round++) {
            closeWhileThreadsMultiply();
        }
    }

    private static void closeWhileThreadsMultiply() throws InterruptedException {
        int size = 200;
        float[] ones = new float[size * size];
        java.util.Arrays.fill(ones, 1);
        NativeEngine shared = new NativeEngine();
        Matrix matrix = shared.matrix(size, size, ones);
        AtomicLong right = new AtomicLong();
        AtomicLong stopped = new AtomicLong();
        List<Thread> threads = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> new Thread(() -> multiply(matrix, ones, right, stopped)))
                .toList();
        threads.forEach(Thread::start);
        while (right.get() < 100) {
            Thread.onSpinWait();
        }
        shared.close();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(stopped.get()).isEqualTo(3);
    }

    private static void multiply(Matrix matrix, float[] ones, AtomicLong right, AtomicLong stopped) {
        try {
            while (true) {
                float[] y = new float[matrix.columns()];
                matrix.addProduct(ones, y);
                if (y[0] != matrix.rows()) {
                    return;
                }
                right.incrementAndGet();
            }
        } catch (IllegalStateException closed) {
            stopped.incrementAndGet();
        }
    }
}
