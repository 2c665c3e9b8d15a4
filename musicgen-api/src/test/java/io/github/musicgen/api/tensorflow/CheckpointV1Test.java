package io.github.musicgen.api.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.Corruption;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.leveldb.TableWriter;
import io.github.musicgen.api.protobuf.MessageWriter;
import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.tensor.Tensors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointV1Test {
    private static final TensorTable TENSORS = TensorTable.of(
            Tensors.counting("rnn/bias", 4),
            Tensors.counting("rnn/bias/Adam", 4),
            Tensors.counting("rnn/kernel", 2, 3),
            Tensors.counting("scalar"));

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void read_undoesWrite_andPassesOverWhatTrainingNeeds(boolean compressed) throws Exception {
        Checkpoint checkpoint = read(CheckpointWriter.v1(TENSORS, compressed));
        TensorTable expected =
                TensorTable.of(TENSORS.tensor("rnn/bias"), TENSORS.tensor("rnn/kernel"), TENSORS.tensor("scalar"));
        assertThat(Tensors.text(checkpoint.tensors())).isEqualTo(Tensors.text(expected));
        assertThat(checkpoint.passedOver())
                .containsExactly(
                        new PassedOver("global_step", "counter of training"),
                        new PassedOver("rnn/bias/Adam", "optimizer slot"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void read_damaged_neverGivesOtherValues(boolean compressed) {
        byte[] file = CheckpointWriter.v1(TENSORS, compressed);
        Corruption.assertRefusesEveryPrefix(file, CheckpointV1Test::text);
        Corruption.assertNoticesEveryFlip(file, CheckpointV1Test::text);
    }

    /** The checksums are right here: whoever wrote the file meant ill. */
    @Test
    void read_entriesDamagedUnderAValidChecksum_areRefusedOrRead() {
        Tensor tensor = Tensors.counting("w", 2, 1);
        byte[] list = list(CheckpointWriter.variable("w", 1, tensor.shape()));
        byte[] values = values(tensor);
        Corruption.assertSurvivesEveryFlip(list, damaged -> text(table(damaged, values)));
        Corruption.assertSurvivesEveryFlip(values, damaged -> text(table(list, damaged)));
        Corruption.assertRefusesEveryPrefix(values, damaged -> text(table(list, damaged)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void read_valuesOneByOneOrRaw_areRead(boolean raw) throws Exception {
        Tensor tensor = Tensors.counting("w", 3);
        MessageWriter values = new MessageWriter();
        if (raw) {
            values.bytes(4, CheckpointWriter.raw(tensor));
        } else {
            for (float value : tensor.values()) {
                values.fixed32(5, Float.floatToRawIntBits(value));
            }
        }
        byte[] file =
                table(list(CheckpointWriter.variable("w", 1, tensor.shape())), CheckpointWriter.values("w", values));
        assertThat(read(file).tensors().tensor("w").values()).containsExactly(tensor.values());
    }

    @Test
    void read_otherTypes_arePassedOverByName() throws Exception {
        byte[] list = list(CheckpointWriter.variable("w", 2, Shape.of(1)));
        assertThat(read(table(list, values(Tensors.counting("w", 1)))).passedOver())
                .containsExactly(new PassedOver("w", "type DT_DOUBLE"));
    }

    @Test
    void read_fewerValuesThanTheShapeAsksFor_areRefused() {
        assertRefused(Shape.of(1 << 29, 3), Tensors.counting("w", 2), "6442450944 bytes of values of w");
    }

    @Test
    void read_moreValuesThanTheShapeAsksFor_areRefused() {
        assertRefused(Shape.of(1), Tensors.counting("w", 2), "expected 1 values of w, but found at least 2");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 31, Long.MIN_VALUE})
    void read_impossibleShape_isRefused(long size) {
        MessageWriter shape = new MessageWriter()
                .message(2, new MessageWriter().varint(1, size))
                .message(2, new MessageWriter().varint(1, 2));
        byte[] list = list(new MessageWriter().text(1, "w").message(2, shape).varint(3, 1));
        assertThatThrownBy(() -> read(table(list, values(Tensors.counting("w", 2)))))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("sizes of 0 or more");
    }

    @Test
    void read_valuesOfAVariableThatIsNotListed_areRefused() {
        byte[] list = list(CheckpointWriter.variable("w", 1, Shape.of(2)));
        assertThatThrownBy(() -> read(table(list, values(Tensors.counting("other", 2)))))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("a variable of the list, but found other");
    }

    @Test
    void read_variableWithoutValues_isRefused() {
        byte[] list = list(CheckpointWriter.variable("w", 1, Shape.of(2)));
        assertThatThrownBy(() -> read(TableWriter.write(Map.of("", list), 1, false)))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("values of the variable w, but found none");
    }

    @Test
    void read_valuesTwice_areRefused() {
        byte[] list = list(CheckpointWriter.variable("w", 1, Shape.of(2)));
        byte[] values = values(Tensors.counting("w", 2));
        assertThatThrownBy(() -> read(TableWriter.write(Map.of("", list, "a", values, "b", values), 2, false)))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("every variable once, but found w again");
    }

    @Test
    void read_partOfAVariable_isRefused() {
        MessageWriter half =
                new MessageWriter().message(1, new MessageWriter().varint(1, 2).varint(2, 2));
        MessageWriter tensor = new MessageWriter().bytes(5, new byte[8]);
        byte[] values = new MessageWriter()
                .message(2, new MessageWriter().text(1, "w").message(2, half).message(3, tensor))
                .toBytes();
        assertThatThrownBy(() -> read(table(list(CheckpointWriter.variable("w", 1, Shape.of(4))), values)))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("variable w as a whole, but found a part of it");
    }

    @Test
    void read_checkpointForLaterReaders_isRefusedAsTooNew() {
        byte[] list = new MessageWriter()
                .message(1, new MessageWriter().message(2, new MessageWriter().varint(2, 7)))
                .toBytes();
        assertThatThrownBy(() -> read(TableWriter.write(Map.of("", list), 1, false)))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("version 7, too new");
    }

    private static void assertRefused(Shape shape, Tensor tensor, String words) {
        assertThatThrownBy(() -> read(table(list(CheckpointWriter.variable("w", 1, shape)), values(tensor))))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(words);
    }

    private static byte[] list(MessageWriter variable) {
        return new MessageWriter()
                .message(1, new MessageWriter().message(1, variable))
                .toBytes();
    }

    private static byte[] values(Tensor tensor) {
        return CheckpointWriter.values(tensor.name(), new MessageWriter().bytes(5, CheckpointWriter.raw(tensor)));
    }

    private static byte[] table(byte[] list, byte[] values) {
        return TableWriter.write(Map.of("", list, "a", values), 2, false);
    }

    private static Checkpoint read(byte[] file) throws MalformedModelException {
        return CheckpointV1.read(Bytes.of("test", file));
    }

    private static String text(byte[] file) throws MalformedModelException {
        return Tensors.text(read(file).tensors());
    }
}
