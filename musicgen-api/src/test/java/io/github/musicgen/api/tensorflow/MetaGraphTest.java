package io.github.musicgen.api.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.Corruption;
import io.github.musicgen.api.format.MalformedModelException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaGraphTest {
    private static final String SCOPE = "rnn/while/rnn/multi_rnn_cell/cell_0/cell_0/attention_cell_wrapper";

    @ParameterizedTest
    @ValueSource(
            strings = {
                SCOPE,
                "rnn/while/rnn/attention_cell_wrapper/attention_cell_wrapper",
                "rnn/while/attention_cell_wrapper_1",
                "RNN/while/AttentionCellWrapper"
            })
    void attentionLength_wrapperOfAnyGeneration_isFound(String scope) throws Exception {
        assertThat(read(CheckpointWriter.graph(scope, -1, 40, 64))).hasValue(40);
    }

    @Test
    void attentionLength_shapeInAnotherScope_isNotBelieved() throws Exception {
        assertThat(read(CheckpointWriter.graph(SCOPE + "/attention", -1, 40, 64)))
                .isEmpty();
        assertThat(read(CheckpointWriter.graph("rnn/basic_lstm_cell", -1, 40, 64)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -40, Integer.MAX_VALUE})
    void attentionLength_impossibleLength_isNotBelieved(int length) throws Exception {
        assertThat(read(CheckpointWriter.graph(SCOPE, -1, length, 64))).isEmpty();
    }

    @Test
    void attentionLength_wrappersThatDisagree_isUnknown() throws Exception {
        Map<String, int[]> constants = new HashMap<>();
        constants.put(SCOPE + "/Reshape/shape", new int[] {-1, 40, 64});
        constants.put("copy/" + SCOPE + "/Reshape/shape", new int[] {-1, 40, 64});
        assertThat(read(CheckpointWriter.graph(constants))).hasValue(40);
        constants.put("other/" + SCOPE + "/Reshape/shape", new int[] {-1, 32, 64});
        assertThat(read(CheckpointWriter.graph(constants))).isEmpty();
    }

    @Test
    void attentionLength_damagedGraph_isRefusedOrRead() {
        byte[] graph = CheckpointWriter.graph(SCOPE, -1, 40, 64);
        Corruption.assertSurvivesEveryFlip(graph, MetaGraphTest::read);
    }

    private static OptionalInt read(byte[] graph) throws MalformedModelException {
        return MetaGraph.attentionLength(Bytes.of("test", graph));
    }
}
