package io.github.musicgen.bench.rival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.bench.NamedModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RivalStepTest {
    private static final Bundle BUNDLE = NamedModel.BASIC_64.bundle();

    @Test
    void rivalWithTheWrongWeights_isNotTimed() {
        Bundle other = NamedModel.BASIC_128.bundle();
        assertThatIllegalStateException()
                .isThrownBy(() -> SameScores.require("X", new Nd4jNetwork(other), BUNDLE))
                .withMessageContaining("X, step 0: score of class 0 must be within 1.0E-4 of");
    }

    @Test
    void rivalThatForgetsItsState_isNotTimed() {
        RivalNetwork forgetful = new RivalNetwork() {
            @Override
            public float[] step(float[] input) {
                return new Nd4jNetwork(BUNDLE).step(input);
            }

            @Override
            public void close() {}
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> SameScores.require("X", forgetful, BUNDLE))
                .withMessageContaining("X, step 1: ");
    }

    @Test
    void rivalThatIsNotThere_saysHowToRunIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Rival.ONNX_RUNTIME.loop(NamedModel.BASIC_64))
                .withMessageContaining("measure.sh");
    }

    /** Two layers: on the first its own output, on the second both, and the classes. Attention: two mixes, query and keys. */
    @ParameterizedTest
    @CsvSource({"BASIC_128, 3", "BASIC_512, 4", "LOOKBACK_128, 3", "ATTENTION_128, 7"})
    void floor_hasTheProductsOfAStep(NamedModel model, int products) {
        for (boolean aligned : new boolean[] {false, true}) {
            try (ProductsFloor floor = ProductsFloor.of(model.bundle(), aligned)) {
                assertThat(floor.step()).isEqualTo(products);
            }
        }
    }

    @Test
    void blocksOfGates_moveTogether() {
        float[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 15, 16, 17, 18};

        assertThat(Gate.reordered(weights, 8, Gate.NEW_VALUE, Gate.INPUT, Gate.FORGET, Gate.OUTPUT))
                .containsExactly(7, 8, 1, 2, 3, 4, 5, 6, 17, 18, 11, 12, 13, 14, 15, 16);
    }
}
