package io.github.musicgen.api.magenta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.Corruption;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.MessageWriter;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.tensor.Tensors;
import io.github.musicgen.api.tensorflow.CheckpointWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorBundleTest {
    private static final TensorTable TENSORS = TensorTable.of(Tensors.counting("b", 2), Tensors.counting("w", 2, 2));
    private static final byte[] CHECKPOINT = CheckpointWriter.v1(TENSORS, false);
    private static final byte[] GRAPH =
            CheckpointWriter.graph("rnn/while/rnn/multi_rnn_cell/cell_0/cell_0/attention_cell_wrapper", -1, 32, 2);

    @Test
    void read_bundle_givesAllParts() throws Exception {
        byte[] file = bundle("drum_kit_rnn", "Drums.")
                .bytes(2, CHECKPOINT)
                .bytes(3, GRAPH)
                .message(4, new MessageWriter().text(1, "trained at night"))
                .toBytes();
        GeneratorBundle bundle = read(file);
        assertThat(bundle.id()).isEqualTo("drum_kit_rnn");
        assertThat(bundle.description()).isEqualTo("Drums.");
        assertThat(bundle.notes()).isEqualTo("trained at night");
        assertThat(bundle.attentionLength()).hasValue(32);
        assertThat(Tensors.text(bundle.checkpoint().tensors())).isEqualTo(Tensors.text(TENSORS));
    }

    @Test
    void read_bundleOfACheckpointAlone_isRead() throws Exception {
        GeneratorBundle bundle = read(new MessageWriter().bytes(2, CHECKPOINT).toBytes());
        assertThat(bundle.id()).isEmpty();
        assertThat(bundle.attentionLength()).isEmpty();
    }

    @Test
    void read_bundleWithoutACheckpoint_isRefused() {
        assertThatThrownBy(() -> read(bundle("basic_rnn", "").toBytes()))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage("test, byte 0: expected a bundle with a checkpoint, but found none");
    }

    @Test
    void read_bundleWithTwoCheckpoints_isRefused() {
        assertThatThrownBy(() -> read(bundle("basic_rnn", "")
                        .bytes(2, CHECKPOINT)
                        .bytes(2, CHECKPOINT)
                        .toBytes()))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("one checkpoint, but found several");
    }

    @Test
    void read_damagedCheckpoint_isToldByItsPlaceInTheFile() {
        byte[] checkpoint = CHECKPOINT.clone();
        checkpoint[3] ^= 1;
        int start = bundle("basic_rnn", "").toBytes().length + 3;
        assertThatThrownBy(
                        () -> read(bundle("basic_rnn", "").bytes(2, checkpoint).toBytes()))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("test, checkpoint, byte " + start + ": expected a block with checksum");
    }

    @Test
    void read_damaged_isRefusedOrRead() {
        byte[] file = bundle("id", "").bytes(3, GRAPH).bytes(2, CHECKPOINT).toBytes();
        Corruption.assertRefusesEveryPrefix(file, GeneratorBundleTest::text);
        Corruption.assertSurvivesEveryFlip(file, GeneratorBundleTest::text);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 100, 200, 5000})
    void recognizes_bundlesByTheirBeginning(int descriptionLength) {
        byte[] file = bundle("basic_rnn", "x".repeat(descriptionLength))
                .bytes(2, CHECKPOINT)
                .toBytes();
        assertThat(GeneratorBundle.recognizes(Bytes.of("test", file))).isTrue();
        assertThat(GeneratorBundle.recognizes(Bytes.of("test", CHECKPOINT))).isFalse();
        assertThat(GeneratorBundle.recognizes(Bytes.of("test", new byte[] {0x0A})))
                .isFalse();
    }

    private static MessageWriter bundle(String id, String description) {
        return new MessageWriter().message(1, new MessageWriter().text(1, id).text(2, description));
    }

    private static GeneratorBundle read(byte[] file) throws MalformedModelException {
        return GeneratorBundle.read(Bytes.of("test", file));
    }

    private static String text(byte[] file) throws MalformedModelException {
        GeneratorBundle bundle = read(file);
        return bundle.id()
                + bundle.attentionLength()
                + Tensors.text(bundle.checkpoint().tensors());
    }
}
