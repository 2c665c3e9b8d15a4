package io.github.musicgen.api.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeTest {
    @Test
    void shape_knowsItsSizes() {
        Shape shape = Shape.of(2, 3);
        assertThat(shape.rank()).isEqualTo(2);
        assertThat(shape.size(1)).isEqualTo(3);
        assertThat(shape.values()).isEqualTo(6);
        assertThat(shape).hasToString("[2, 3]").isEqualTo(Shape.of(2, 3)).isNotEqualTo(Shape.of(3, 2));
        assertThat(shape).hasSameHashCodeAs(Shape.of(2, 3));
    }

    @Test
    void values_ofAScalarAndOfNothing() {
        assertThat(Shape.of().values()).isEqualTo(1);
        assertThat(Shape.of(3, 0, 2).values()).isZero();
        assertThat(Shape.of(0, Shape.MAX_VALUES, Shape.MAX_VALUES).values()).isZero();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void ifPossible_whatNoArrayHolds_isEmpty(long[] sizes) {
        assertThat(Shape.ifPossible(sizes)).isEmpty();
    }

    static List<long[]> impossible() {
        long[] deep = new long[17];
        Arrays.fill(deep, 1);
        return List.of(
                new long[] {-1},
                new long[] {2, -3, -4},
                new long[] {1L << 31},
                new long[] {1L << 32, 1L << 32},
                new long[] {1 << 16, 1 << 15},
                new long[] {Long.MAX_VALUE, 2},
                new long[] {Long.MIN_VALUE, 0},
                new long[] {0, Long.MAX_VALUE},
                new long[] {1 << 30, 1 << 30, 1 << 30, 16},
                deep);
    }

    @Test
    void of_whatNoArrayHolds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(2, -1))
                .withMessageStartingWith("a shape must be at most 16 sizes of 0 or more")
                .withMessageEndingWith("but was [2, -1]");
    }
}
