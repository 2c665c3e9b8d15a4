package io.github.musicgen.models.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_get_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;

import com.sun.management.ThreadMXBean;
import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.Matrix;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.melodyrnn.MelodyRnnState;
import io.github.musicgen.api.testing.EngineContract;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.Tunes;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;
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

    @ParameterizedTest
    @MethodSource("configurations")
    void steps_allocateNothing(MelodyRnnConfiguration configuration) {
        MelodyRnnState state =
                TinyModels.of(configuration.withLayers(33, 20), 4).model(engine).start();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int step = 0; step < 3000; step++) {
                state.feed(step % 3 == 0 ? 60 + step % 12 : -2);
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(fewest).isZero();
    }

    @Test
    void products_useOneThread_whoeverSetOthersSince() {
        Matrix matrix = engine.matrix(2, 3, new float[6]);
        blas_set_num_threads(2);
        matrix.addProduct(new float[2], new float[3]);
        assertThat(blas_get_num_threads()).isEqualTo(1);
        blas_set_num_threads(2);
        matrix.addProducts(new float[2][2], new float[2][3], 2);
        assertThat(blas_get_num_threads()).isEqualTo(1);
    }

    @Test
    void close_freesWhatThreadsMultipliedWith_too() throws InterruptedException {
        long before = Pointer.totalBytes();
        for (int i = 0; i < 50; i++) {
            NativeEngine each = new NativeEngine();
            Matrix matrix = each.matrix(1000, 1000, new float[1_000_000]);
            Thread thread = new Thread(() -> matrix.addProduct(new float[1000], new float[1000]));
            thread.start();
            thread.join();
            matrix.addProduct(new float[1000], new float[1000]);
            each.close();
        }
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(before);
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
    void scopesOfTheCaller_freeNothingOfTheEngine() {
        Matrix matrix;
        float[] inside = {0, 0};
        PointerScope scope = new PointerScope();
        try {
            matrix = engine.matrix(2, 2, new float[] {1, 2, 3, 4});
            matrix.addProduct(new float[] {1, 1}, inside);
        } finally {
            scope.close();
        }
        List<FloatPointer> others = new ArrayList<>();
        float[] nines = new float[66];
        java.util.Arrays.fill(nines, 99);
        for (int i = 0; i < 1000; i++) {
            others.add(new FloatPointer(nines)); // takes what was freed
        }
        float[] outside = {0, 0};
        matrix.addProduct(new float[] {1, 1}, outside);
        assertThat(outside).containsExactly(4, 6).containsExactly(inside);
        assertThat(others).allSatisfy(other -> assertThat(other.get(65)).isEqualTo(99));
    }

    @Test
    @Timeout(60)
    void weights_ofForgottenMatrices_areFreed() throws InterruptedException {
        int size = 1 << 20;
        long before = Pointer.totalBytes();
        for (int i = 0; i < 20; i++) {
            engine.matrix(1, size, new float[size]);
        }
        long most = before + 4L * size;
        for (int i = 0; i < 500 && Pointer.totalBytes() > most; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(most);
    }

    @Test
    void products_ofNothing_changeNothing() {
        float[] y = {1, 2};
        engine.matrix(0, 2, new float[0]).addProduct(new float[0], y);
        assertThat(y).containsExactly(1, 2);
        engine.matrix(2, 0, new float[0]).addProduct(new float[] {1, 2}, new float[0]);
    }

    @Test
    void candidates_canBeReplayed() {
        Generator generator = Generator.load("folk").withEngine(engine);
        List<Generation> candidates =
                generator.continuing(Tunes.melody()).steps(64).seed(5).candidates(12);
        assertThat(candidates)
                .allSatisfy(
                        made -> assertThat(generator.replay(made.toMidiFile())).isEqualTo(made));
    }

    @Test
    void generateAll_makesEachInOrder() {
        Generator generator = Generator.load("folk").withEngine(engine);
        List<Generation> made = generator.generateAll(
                List.of(Tunes.melody(), Tunes.band(), Tunes.melody()),
                generator.fromScratch().steps(16).seed(5).options(),
                2);
        assertThat(made).extracting(Generation::seed).containsExactly(5L, 6L, 7L);
        assertThat(made)
                .extracting(generation -> generation.whole().parts().size())
                .containsExactly(1, 4, 1);
    }

    @Test
    void verify_onEveryEngine_findsShippedModelsSound() {
        for (Engine each : Engine.available()) {
            for (String name : Generator.available()) {
                assertThat(Generator.load(name).withEngine(each).verify())
                        .as(name + " on " + each.name())
                        .isEmpty();
            }
        }
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
        while (right.get() < 100 && threads.stream().allMatch(Thread::isAlive)) {
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
