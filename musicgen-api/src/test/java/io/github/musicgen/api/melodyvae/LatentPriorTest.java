package io.github.musicgen.api.melodyvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.testing.TinyVaes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatentPriorTest {
    private static final int SIZE = TinyVaes.TINY.latentSize();

    private static TensorTable tensors(Tensor... more) {
        List<Tensor> tensors = new ArrayList<>();
        TinyVaes.of(TinyVaes.TINY, 1).tensors().forEach(tensors::add);
        tensors.addAll(List.of(more));
        return TensorTable.of(tensors);
    }

    private static Tensor mean(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = i + 1;
        }
        return new Tensor(MelodyVaeTensors.PRIOR_MEAN, Shape.of(size), values);
    }

    /** Each number half as far from its mean as it would be, but the second as far as the first draw says; what is above the diagonal must not count. */
    private static Tensor spread() {
        float[] values = new float[SIZE * SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i * SIZE + i] = 0.5f;
        }
        values[1] = 1000;
        values[SIZE] = 2;
        values[SIZE + 1] = 0;
        return new Tensor(MelodyVaeTensors.PRIOR_SPREAD, Shape.of(SIZE, SIZE), values);
    }

    @Test
    void aModelThatKnowsNothing_drawsNormally() throws MalformedModelException {
        LatentPrior prior =
                MelodyVae.of(TinyVaes.TINY, tensors(), Engine.portable()).prior();
        assertThat(prior.draw(SeededRandom.ofSeed(3))).isEqualTo(LatentVector.random(SIZE, SeededRandom.ofSeed(3)));
    }

    @Test
    void aModelThatKnows_drawsFromThere() throws MalformedModelException {
        LatentPrior prior = MelodyVae.of(TinyVaes.TINY, tensors(mean(SIZE), spread()), Engine.portable())
                .prior();
        LatentVector normal = LatentVector.random(SIZE, SeededRandom.ofSeed(3));
        LatentVector drawn = prior.draw(SeededRandom.ofSeed(3));
        for (int i = 0; i < SIZE; i++) {
            double expected = i + 1 + (i == 1 ? 2 * normal.at(0) : 0.5 * normal.at(i));
            assertThat(drawn.at(i)).isCloseTo((float) expected, within(1e-5f));
        }
    }

    @Test
    void halfOfIt_orAnotherSize_isRefused() {
        assertThatThrownBy(() -> MelodyVae.of(TinyVaes.TINY, tensors(mean(SIZE)), Engine.portable()))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("missing prior.spread");
        assertThatThrownBy(() -> MelodyVae.of(TinyVaes.TINY, tensors(spread()), Engine.portable()))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("extra prior.spread");
        assertThatThrownBy(() -> MelodyVae.of(TinyVaes.TINY, tensors(mean(SIZE + 1), spread()), Engine.portable()))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("misshapen prior.mean");
    }
}
