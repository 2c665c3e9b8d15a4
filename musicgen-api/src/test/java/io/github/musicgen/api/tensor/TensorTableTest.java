package io.github.musicgen.api.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.format.MalformedModelException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TensorTableTest {
    private static final TensorTable TABLE =
            TensorTable.of(Tensors.counting("b", 4), Tensors.counting("a", 2, 3), Tensors.counting("scalar"));

    @Test
    void table_keepsTheOrderOfTheFile() {
        assertThat(TABLE).extracting(Tensor::name).containsExactly("b", "a", "scalar");
        assertThat(TABLE.schema().shapes().keySet()).containsExactly("b", "a", "scalar");
        assertThat(TABLE.schema().valueCount()).isEqualTo(4 + 6 + 1);
        assertThat(TABLE.size()).isEqualTo(3);
    }

    @Test
    void tensor_thatIsNotThere_isToldWithThoseThatAre() {
        assertThat(TABLE.find("c")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TABLE.tensor("c"))
                .withMessage("the name must be one of [b, a, scalar], but was c");
    }

    @Test
    void of_twoOfOneName_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TensorTable.of(Tensors.counting("a", 1), Tensors.counting("a", 2)));
    }

    @Test
    void require_theSameInAnotherOrder_passes() {
        TensorTable other =
                TensorTable.of(Tensors.counting("scalar"), Tensors.counting("a", 2, 3), Tensors.counting("b", 4));
        assertThatCode(() -> TABLE.schema().require("test", other.schema())).doesNotThrowAnyException();
    }

    @Test
    void require_something_namesAllFaultsAtOnce() {
        TensorSchema expected = new TensorSchema(Map.of("a", Shape.of(3, 2), "c", Shape.of(5), "scalar", Shape.of()));
        assertThatThrownBy(() -> TABLE.schema().require("model.mag", expected))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageStartingWith("model.mag: expected exactly the 3 tensors of this model, but found ")
                .hasMessageContaining("misshapen a [2, 3] instead of [3, 2]")
                .hasMessageContaining("missing c [5]")
                .hasMessageContaining("extra b [4]");
    }

    @Test
    void require_anotherModelAltogether_tellsTheFirstFaultsAndHowManyMore() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (int i = 0; i < 100; i++) {
            shapes.put("layer" + i, Shape.of(1));
        }
        assertThatThrownBy(() -> TABLE.schema().require("test", new TensorSchema(shapes)))
                .hasMessageContaining("missing layer11 [1]; and 91 more");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void requireFinite_valueThatIsNot_isTold(float value) {
        Tensor bad = new Tensor("bad", Shape.of(2, 2), new float[] {1, 2, value, 4});
        assertThatCode(() -> TABLE.requireFinite("test")).doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> TensorTable.of(Tensors.counting("good", 4), bad).requireFinite("model"))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage("model, tensor bad, value 2: expected a finite number, but found " + value);
    }

    @Test
    void tensor_ofAnotherNumberOfValues_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tensor("w", Shape.of(2, 3), new float[5]))
                .withMessage("tensor w of shape [2, 3] must have 6 values, but had 5");
    }
}
