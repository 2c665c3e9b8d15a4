package io.github.musicgen.api.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.testing.RandomWeights;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PatchesTest {
    private final SplittableRandom random = new SplittableRandom(11);

    static List<PatchShape> shapes() {
        return List.of(
                new PatchShape(1, 1, 1, 1, 1, 1),
                new PatchShape(4, 6, 2, 2, 3, 5),
                new PatchShape(8, 8, 3, 2, 8, 4),
                new PatchShape(6, 4, 1, 3, 2, 9),
                new PatchShape(2, 8, 7, 2, 8, 3));
    }

    private float[] weights(int count) {
        return RandomWeights.uniform(random, count, 0.5f);
    }

    /** A convolution as it is written in books: sums over the kernel, at every cell that the stride reaches. */
    private static double convolved(
            PatchShape shape, float[][] fine, float[] weights, int step, int column, int filter) {
        double sum = 0;
        for (int i = 0; i < shape.patchSteps(); i++) {
            for (int j = 0; j < shape.patchColumns(); j++) {
                for (int channel = 0; channel < shape.channels(); channel++) {
                    int cell = (step * shape.patchSteps() + i) * shape.columns() + column * shape.patchColumns() + j;
                    int row = (i * shape.patchColumns() + j) * shape.channels() + channel;
                    sum += fine[cell][channel] * weights[row * shape.filters() + filter];
                }
            }
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void down_isAConvolutionWhoseStrideIsItsKernel(PatchShape shape) {
        float[] weights = weights(shape.patchSize() * shape.filters());
        float[] bias = weights(shape.filters());
        float[][] fine = new float[shape.cells()][];
        Arrays.setAll(fine, i -> weights(shape.channels()));
        PatchDown down = new PatchDown(
                shape, Engine.portable().matrix(shape.patchSize(), shape.filters(), weights), Vector.of(bias));
        float[][] coarse = down.apply(fine);
        assertThat(coarse.length).isEqualTo(shape.patches());
        for (int patch = 0; patch < coarse.length; patch++) {
            for (int filter = 0; filter < shape.filters(); filter++) {
                int step = patch / shape.coarseColumns();
                int column = patch % shape.coarseColumns();
                double sum = bias[filter] + convolved(shape, fine, weights, step, column, filter);
                assertThat(coarse[patch][filter]).isCloseTo((float) Math.max(0, sum), within(1e-5f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void sparse_isTheSameToTheBit(PatchShape shape) {
        PatchDown down = new PatchDown(
                shape,
                Engine.portable()
                        .matrix(shape.patchSize(), shape.filters(), weights(shape.patchSize() * shape.filters())),
                Vector.of(weights(shape.filters())));
        float[][] fine = new float[shape.cells()][shape.channels()];
        int[] set = new int[shape.cells() * shape.channels()];
        int count = 0;
        for (int place = 0; place < set.length; place++) {
            if (random.nextInt(4) == 0) {
                fine[place / shape.channels()][place % shape.channels()] = 1;
                set[count++] = place;
            }
        }
        assertThat(down.applySparse(Arrays.copyOf(set, count))).isDeepEqualTo(down.apply(fine));
    }

    /** The transposed convolution is the one whose product with a map is that of the convolution: their matrices are transposed. */
    @ParameterizedTest
    @MethodSource("shapes")
    void up_isTheTransposeOfDown(PatchShape shape) {
        float[] weights = weights(shape.patchSize() * shape.filters());
        float[] transposed = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            transposed[i % shape.filters() * shape.patchSize() + i / shape.filters()] = weights[i];
        }
        PatchUp up = new PatchUp(
                shape,
                Engine.portable().matrix(shape.filters(), shape.patchSize(), transposed),
                Vector.of(new float[shape.channels()]));
        float[][] fine = new float[shape.cells()][];
        Arrays.setAll(fine, i -> weights(shape.channels()));
        float[][] coarse = new float[shape.patches()][];
        Arrays.setAll(coarse, i -> weights(shape.filters()));
        float[][] written = up.apply(coarse);
        double ofFine = 0;
        for (int cell = 0; cell < fine.length; cell++) {
            for (int channel = 0; channel < shape.channels(); channel++) {
                ofFine += (double) fine[cell][channel] * written[cell][channel];
            }
        }
        double ofCoarse = 0;
        for (int patch = 0; patch < coarse.length; patch++) {
            for (int filter = 0; filter < shape.filters(); filter++) {
                int step = patch / shape.coarseColumns();
                int column = patch % shape.coarseColumns();
                ofCoarse += coarse[patch][filter] * convolved(shape, fine, weights, step, column, filter);
            }
        }
        assertThat(ofFine).isCloseTo(ofCoarse, within(1e-4));
    }

    @Test
    void up_addsTheBiasOfEachChannel_andMayBeRectified() {
        PatchShape shape = new PatchShape(2, 2, 2, 2, 1, 1);
        PatchUp up = new PatchUp(shape, Engine.portable().matrix(1, 4, new float[] {1, 2, -3, -4}), Vector.of(10, -1));
        assertThat(up.apply(new float[][] {{1}, {2}}))
                .isDeepEqualTo(new float[][] {{11, 1}, {12, 3}, {7, -5}, {4, -9}});
        assertThat(up.applyRectified(new float[][] {{1}, {2}}))
                .isDeepEqualTo(new float[][] {{11, 1}, {12, 3}, {7, 0}, {4, 0}});
    }

    @Test
    void shapes_thatDoNotFit_areRefused() {
        assertThatThrownBy(() -> new PatchShape(5, 4, 1, 2, 2, 1))
                .hasMessage("steps of a map must be a multiple of those of a patch, 2, but were 5");
        assertThatThrownBy(() -> new PatchShape(4, 4, 0, 2, 2, 1)).hasMessageContaining("must be 1 or more");
        PatchShape shape = new PatchShape(4, 4, 1, 2, 2, 3);
        assertThatThrownBy(() -> new PatchDown(shape, Engine.portable().matrix(3, 3, new float[9]), Vector.of(0, 0, 0)))
                .hasMessageContaining("must be 4 x 3");
        assertThatThrownBy(() -> new PatchUp(shape, Engine.portable().matrix(3, 4, new float[12]), Vector.of(0, 0)))
                .hasMessageContaining("must have 1 values");
    }
}
