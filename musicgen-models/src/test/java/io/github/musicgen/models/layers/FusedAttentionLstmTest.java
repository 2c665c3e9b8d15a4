package io.github.musicgen.models.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class FusedAttentionLstmTest {
    @Test
    void parameters_areThoseOfTheLayersInside_thenThoseOfAttention() {
        MultiLayerNetwork network = Networks.of(5, Networks.attention(3, 4, 2), Networks.softmax(3));

        assertThat(network.getLayer(0).paramTable().keySet())
                .containsExactly(
                        "W0",
                        "RW0",
                        "b0",
                        "W1",
                        "RW1",
                        "b1",
                        "inputMixW",
                        "inputMixR",
                        "inputMixb",
                        "queryW",
                        "queryb",
                        "keys",
                        "score",
                        "outputMixW",
                        "outputMixR",
                        "outputMixb");
        assertThat(network.getParam("0_queryW").shape()).containsExactly(12, 2);
        assertThat(network.getParam("0_inputMixR").shape()).containsExactly(2, 5);
    }

    /** As many as Magenta's attention_rnn has, and its first bundles. */
    @Test
    void parameterCount_isMagentas() {
        MultiLayerNetwork firstLayer =
                Networks.of(74, Networks.attention(40, 128), Networks.lstm(128), Networks.softmax(40));
        MultiLayerNetwork wholeStack = Networks.of(74, Networks.attention(40, 128, 128), Networks.softmax(40));

        assertThat(firstLayer.numParams()).isEqualTo(338_006);
        assertThat(wholeStack.numParams()).isEqualTo(370_774);
    }

    @Test
    void forgetGates_beginOpen() {
        MultiLayerNetwork network = Networks.of(5, Networks.attention(3, 2), Networks.softmax(3));

        assertThat(network.getParam("0_b0").toFloatVector()).containsExactly(0, 0, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void layersInside_areTheOutputAlone_ifNoneIsNamed() {
        FusedAttentionLstm layer = new FusedAttentionLstm.Builder().nOut(7).build();

        assertThat(layer.getSizes()).isEqualTo(List.of(7));
        assertThat(layer.getLength()).isEqualTo(FusedAttentionLstm.DEFAULT_LENGTH);
    }

    @Test
    void impossibleArguments_areNamed() {
        var builder = new FusedAttentionLstm.Builder();

        assertThatThrownBy(() -> builder.length(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attention length must be 1 or more, but was 0");
        assertThatThrownBy(() -> builder.layers(8, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("units of a layer must be 1 or more, but was 0");
        assertThatThrownBy(() -> builder.layers(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("attention must have at least one layer inside");
        assertThatThrownBy(() -> builder.layers(8, 4).nOut(5).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nOut must be the last of the layers [8, 4], but was 5");
    }

    @Test
    void networkOfAnotherType_isRefused() {
        var builder = Networks.builder().dataType(DataType.DOUBLE);

        assertThatThrownBy(() -> Networks.of(builder, 5, 0, Networks.attention(3, 2), Networks.softmax(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FusedAttentionLstm computes in FLOAT, but the network's data type was DOUBLE");
    }

    @Test
    void inputOfAnotherWidth_isNamed() {
        MultiLayerNetwork network = Networks.of(5, Networks.attention(3, 2), Networks.softmax(3));
        INDArray wide = Nd4j.zeros(DataType.FLOAT, 2, 6, 4);

        assertThatThrownBy(() -> network.output(wide))
                .hasMessageContaining("input must be [batch, 5, steps], but was [2, 6, 4]");
    }
}
