package io.github.musicgen.api.melodyrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.testing.TinyModels;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MelodyRnnTest {
    /** What TensorFlow counts for the same networks of Magenta. */
    @ParameterizedTest
    @CsvSource({
        "basic, 128, none, 221990",
        "basic, 512, none, 3247142",
        "mono, 128, none, 280962",
        "lookback, 128, none, 264744",
        "attention, 128, FIRST_LAYER, 338006",
        "attention, 128, WHOLE_STACK, 370774",
        "attention, 64, FIRST_LAYER, 102166"
    })
    void parameters_areAsManyAsMagentas(String name, int units, String scope, long parameters) {
        MelodyRnnConfiguration configuration = configuration(name).withLayers(units, units);
        if (!scope.equals("none")) {
            configuration = configuration.withAttention(
                    Optional.of(new Attention(Attention.DEFAULT_LENGTH, Attention.Scope.valueOf(scope))));
        }
        assertThat(MelodyRnnTensors.schema(configuration).valueCount()).isEqualTo(parameters);
        assertThat(TinyModels.of(configuration, 1)
                        .model(Engine.portable())
                        .network()
                        .parameterCount())
                .isEqualTo(parameters);
    }

    private static MelodyRnnConfiguration configuration(String name) {
        return MelodyRnnConfiguration.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<MelodyRnnConfiguration> configurations() {
        return MelodyRnnConfiguration.all();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void probabilities_ofAllEvents_sumToOne(MelodyRnnConfiguration configuration) {
        MelodyRnnState state = TinyModels.of(configuration.withLayers(9, 8), 5)
                .model(Engine.portable())
                .start();
        int[] events = {60, -2, 62, -2, -1, -2, 64, -2, 60, 60, -2, -2, -1, 67, -2, 71, 60, -2, 62, -2, -1, -2, 64};
        for (int event : events) {
            state.feed(event);
            double sum = StrictMath.exp(state.logProbability(-2)) + StrictMath.exp(state.logProbability(-1));
            for (int pitch = configuration.minPitch(); pitch < configuration.maxPitch(); pitch++) {
                sum += StrictMath.exp(state.logProbability(pitch));
            }
            assertThat(sum).isCloseTo(1, within(1e-9));
        }
    }

    /** The table of docs/models/melody-rnn.md. */
    @Test
    void configurationsOfMagenta_areAsLargeAsTheirPageSays() {
        assertThat(MelodyRnnConfiguration.all())
                .extracting(each -> each.encoding().inputSize())
                .containsExactly(38, 130, 121, 74);
        assertThat(MelodyRnnConfiguration.all())
                .extracting(each -> each.encoding().classCount())
                .containsExactly(38, 130, 40, 40);
        assertThat(MelodyRnnConfiguration.all())
                .extracting(each -> MelodyRnnTensors.schema(each).valueCount())
                .containsExactly(221_990L, 280_962L, 264_744L, 338_006L);
    }

    @Test
    void feed_anEventThatTheModelDoesNotKnow_leavesTheRunAsItWas() {
        MelodyRnnState state = TinyModels.of(MelodyRnnConfiguration.basicRnn().withLayers(4), 1)
                .model(Engine.portable())
                .start();
        state.feed(60);
        float[] before = state.scores().clone();
        assertThatThrownBy(() -> state.feed(84)).isInstanceOf(IllegalArgumentException.class);
        assertThat(state.scores()).containsExactly(before);
        assertThat(state.length()).isEqualTo(1);
    }

    @Test
    void fork_goesItsOwnWay() {
        MelodyRnnState state = TinyModels.of(
                        MelodyRnnConfiguration.attentionRnn().withLayers(6, 5), 1)
                .model(Engine.portable())
                .start();
        List.of(60, 62, 64, -2, -1).forEach(state::feed);
        MelodyRnnState fork = state.fork();
        assertThat(fork.scores()).containsExactly(state.scores());
        fork.feed(71);
        assertThat(fork.scores()).isNotEqualTo(state.scores());
        state.feed(71);
        assertThat(fork.scores()).containsExactly(state.scores());
        assertThat(fork.attention().orElseThrow())
                .containsExactly(state.attention().orElseThrow());
    }

    @Test
    void configuration_outOfBounds_isRefused() {
        MelodyRnnConfiguration basic = MelodyRnnConfiguration.basicRnn();
        assertThatThrownBy(() -> basic.withLayers(List.of())).hasMessage("layers must be 1..64, but were 0");
        assertThatThrownBy(() -> basic.withLayers(128, 0)).hasMessage("units of a layer must be 1..8192, but were 0");
        assertThatThrownBy(() -> new Attention(0, Attention.Scope.FIRST_LAYER))
                .hasMessage("attention length must be 1..65536, but was 0");
    }
}
