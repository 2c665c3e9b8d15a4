package io.github.musicgen.api.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingOptionsTest {
    private static final SamplingOptions OPTIONS = SamplingOptions.DEFAULT;

    @ParameterizedTest
    @ValueSource(
            doubles = {
                -1,
                -Double.MIN_VALUE,
                1000.0000000000001,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN
            })
    void temperature_outOfBounds_isRefused(double temperature) {
        assertThatThrownBy(() -> OPTIONS.withTemperature(temperature))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("temperature must be 0..1000, but was " + temperature);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void topK_belowOne_isRefused(int topK) {
        assertThatThrownBy(() -> OPTIONS.withTopK(topK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("top-k must be at least 1, but was " + topK);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.0000000000000002, Double.NaN, Double.POSITIVE_INFINITY})
    void topP_outOfBounds_isRefused(double topP) {
        assertThatThrownBy(() -> OPTIONS.withTopP(topP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("top-p must be more than 0 and at most 1, but was " + topP);
    }

    @Test
    void bounds_areAllowed() {
        assertThat(new SamplingOptions(0, 1, Double.MIN_VALUE).temperature()).isZero();
        assertThat(OPTIONS.withTemperature(SamplingOptions.MAX_TEMPERATURE)
                        .withTopK(SamplingOptions.ALL)
                        .withTopP(1))
                .isEqualTo(new SamplingOptions(1000, Integer.MAX_VALUE, 1));
    }
}
