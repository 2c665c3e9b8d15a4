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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointV2Test {
    private static final TensorTable TENSORS = TensorTable.of(
            Tensors.counting("rnn/bias", 4), Tensors.counting("rnn/kernel", 2, 3), Tensors.counting("scalar"));

    @TempDir
    Path folder;

    private Path prefix;

    @BeforeEach
    void choosePrefix() {
        prefix = folder.resolve("model.ckpt-50");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void read_undoesWrite_fromSoManyFiles(int shards) throws Exception {
        CheckpointWriter.v2(prefix, TENSORS, shards);
        assertThat(Tensors.text(read().tensors())).isEqualTo(Tensors.text(TENSORS));
        assertThat(read().passedOver()).containsExactly(new PassedOver("global_step", "counter of training"));
    }

    @Test
    void read_damagedIndex_neverGivesOtherValues() throws Exception {
        CheckpointWriter.v2(prefix, TENSORS, 1);
        byte[] index = Files.readAllBytes(CheckpointWriter.beside(prefix, ".index"));
        Corruption.assertRefusesEveryPrefix(index, this::text);
        Corruption.assertNoticesEveryFlip(index, this::text);
    }

    @Test
    void read_damagedValues_areNeverGiven() throws Exception {
        CheckpointWriter.v2(prefix, TENSORS, 1);
        Path values = CheckpointWriter.shard(prefix, 0, 1);
        byte[] bytes = Files.readAllBytes(values);
        Corruption.Reader<String> reader = damaged -> {
            Files.write(values, damaged);
            return Tensors.text(read().tensors());
        };
        Corruption.assertRefusesEveryPrefix(bytes, reader);
        Corruption.assertNoticesEveryFlip(bytes, reader);
    }

    /** What is passed over is not looked at, so a file may end anywhere in it; what is used is whole, or refused. */
    @Test
    void read_valuesCutWithinWhatIsPassedOver_areReadAsIfWhole() throws Exception {
        Tensor slot = Tensors.counting("rnn/kernel/Adam", 2, 3);
        List<Tensor> all = new ArrayList<>(List.of(slot));
        TENSORS.forEach(tensor -> all.add(0, tensor)); // so that the slot lies behind all others in the file
        CheckpointWriter.v2(prefix, TensorTable.of(all), 1);
        Path values = CheckpointWriter.shard(prefix, 0, 1);
        byte[] bytes = Files.readAllBytes(values);
        int used = bytes.length - CheckpointWriter.raw(slot).length - 3; // the gap before it
        String whole = Tensors.text(read().tensors());
        for (int size = used; size < bytes.length; size++) {
            Files.write(values, Arrays.copyOf(bytes, size));
            assertThat(Tensors.text(read().tensors())).isEqualTo(whole);
        }
        Corruption.assertRefusesEveryPrefix(Arrays.copyOf(bytes, used), cut -> {
            Files.write(values, cut);
            return Tensors.text(read().tensors());
        });
    }

    /** The checksums of the table are right here: whoever wrote the file meant ill. */
    @Test
    void read_entryDamagedUnderAValidChecksum_isRefusedOrRead() throws Exception {
        byte[] values = new byte[24];
        Files.write(CheckpointWriter.shard(prefix, 0, 1), values);
        byte[] entry = CheckpointWriter.entry(1, Shape.of(2, 3), 0, 0, values).toBytes();
        Corruption.assertSurvivesEveryFlip(entry, damaged -> text(index(damaged)));
        byte[] header = CheckpointWriter.header(1).toBytes();
        Corruption.assertSurvivesEveryFlip(header, damaged -> {
            try {
                return text(TableWriter.write(Map.of("", damaged, "w", entry), 1, false));
            } catch (NoSuchFileException otherNumberOfShards) {
                return "no such file";
            }
        });
    }

    @ParameterizedTest(name = "shard {0}, offset {1}, size {2}")
    @CsvSource({
        "1, 0, 8, shard 0 to 0",
        "-1, 0, 8, shard 0 to 0",
        "0, -1, 8, offset 0 to",
        "0, 9223372036854775807, 8, offset 0 to",
        "0, 1073741824, 8, values of w within 8 bytes",
        "0, 1, 8, values of w within 8 bytes",
        "0, 0, 4, 8 bytes of values of w",
        "0, 0, -8, 8 bytes of values of w",
        "0, 0, 9223372036854775807, 8 bytes of values of w"
    })
    void read_placeThatLies_isRefused(long shard, long offset, long size, String words) throws Exception {
        Files.write(CheckpointWriter.shard(prefix, 0, 1), new byte[8]);
        byte[] entry = new MessageWriter()
                .varint(1, 1)
                .message(2, CheckpointWriter.shape(Shape.of(2)))
                .varint(3, shard)
                .varint(4, offset)
                .varint(5, size)
                .toBytes();
        assertRefused(index(entry), words);
    }

    @Test
    void read_valuesThatTwoVariablesShare_areRefused() throws Exception {
        Files.write(CheckpointWriter.shard(prefix, 0, 1), new byte[12]);
        Map<String, byte[]> entries = new HashMap<>();
        entries.put("", CheckpointWriter.header(1).toBytes());
        entries.put(
                "a", CheckpointWriter.entry(1, Shape.of(2), 0, 0, new byte[8]).toBytes());
        entries.put(
                "b", CheckpointWriter.entry(1, Shape.of(2), 0, 4, new byte[8]).toBytes());
        assertRefused(TableWriter.write(entries, 3, false), "values of b behind those of a, which end at 8");
    }

    @Test
    void read_partsOfAVariable_areRefused() throws Exception {
        byte[] entry = new MessageWriter()
                .varint(1, 1)
                .message(2, CheckpointWriter.shape(Shape.of(2)))
                .message(7, new MessageWriter())
                .toBytes();
        assertRefused(index(entry), "variable w as a whole, but found parts of it");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no shards, 0, 0, 0, files of values",
        "two billion shards, 2147483647, 0, 0, files of values",
        "fewer than no shards, -1, 0, 0, files of values",
        "big-endian values, 1, 1, 0, little-endian",
        "a later version, 1, 0, 2, too new"
    })
    void read_headerThatCannotBeRead_isRefused(String name, long shards, int endianness, int version, String words) {
        byte[] header = new MessageWriter()
                .varint(1, shards)
                .varint(2, endianness)
                .message(3, new MessageWriter().varint(2, version))
                .toBytes();
        assertRefused(TableWriter.write(Map.of("", header), 1, false), words);
    }

    @Test
    void read_tableWithoutAHeader_isRefused() {
        assertRefused(TableWriter.write(Map.of("w", new byte[0]), 1, false), "an entry under the empty key");
    }

    @Test
    void read_missingValues_namesTheFile() throws Exception {
        CheckpointWriter.v2(prefix, TENSORS, 2);
        Files.delete(CheckpointWriter.shard(prefix, 1, 2));
        assertThatThrownBy(this::read)
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("model.ckpt-50.data-00001-of-00002");
    }

    @Test
    void isIndex_tellsTheVersionsApart() throws Exception {
        CheckpointWriter.v2(prefix, TENSORS, 1);
        assertThat(CheckpointV2.isIndex(Bytes.ofFile(CheckpointWriter.beside(prefix, ".index"))))
                .isTrue();
        assertThat(CheckpointV2.isIndex(Bytes.of("test", CheckpointWriter.v1(TENSORS, false))))
                .isFalse();
    }

    private static byte[] index(byte[] entry) {
        return TableWriter.write(Map.of("", CheckpointWriter.header(1).toBytes(), "w", entry), 2, false);
    }

    private void assertRefused(byte[] index, String words) {
        assertThatThrownBy(() -> text(index))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(words);
    }

    private Checkpoint read() throws IOException {
        return CheckpointV2.read(prefix, Bytes.ofFile(CheckpointWriter.beside(prefix, ".index")));
    }

    private String text(byte[] index) throws IOException {
        return Tensors.text(CheckpointV2.read(prefix, Bytes.of("test", index)).tensors());
    }
}
