package io.github.musicgen.api.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.Corruption;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.api.tensor.Tensors;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
    private static final TensorTable TENSORS = TensorTable.of(
            Tensors.counting("w", 2, 3),
            Tensors.counting("b", 3),
            Tensors.counting("s"),
            Tensors.counting("none", 0, 4));

    @ParameterizedTest
    @EnumSource
    void read_undoesWrite(ElementType type) throws Exception {
        Map<String, String> metadata = Map.of("family", "melody", "golden", "{\"steps\":[1]}", "🎵", "\"\\\n");
        byte[] file = SafetensorsWriter.toBytes(metadata, TENSORS, type);
        SafetensorsReader reader = read(file);
        assertThat(reader.header().metadata()).isEqualTo(metadata);
        assertThat(reader.header().schema()).isEqualTo(TENSORS.schema());
        assertThat(reader.header().entries()).allMatch(entry -> entry.type() == type);
        assertThat(Tensors.text(reader.tensors())).isEqualTo(Tensors.text(TENSORS));
    }

    /** Byte for byte as the format's own description has it. */
    @Test
    void toBytes_isTheFormat() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("z", "1");
        metadata.put("a", "2");
        Tensor tensor = new Tensor("w", Shape.of(1, 2), new float[] {1, -2});
        String header = "{\"__metadata__\":{\"a\":\"2\",\"z\":\"1\"},"
                + "\"w\":{\"dtype\":\"F32\",\"shape\":[1,2],\"data_offsets\":[0,8]}}";
        String padded = header + " ".repeat(7);
        assertThat(padded.length() % 8).isZero();
        ByteBuffer expected = ByteBuffer.allocate(8 + padded.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
        expected.putLong(padded.length()).put(padded.getBytes(StandardCharsets.UTF_8));
        expected.putFloat(1).putFloat(-2);
        assertThat(SafetensorsWriter.toBytes(metadata, TensorTable.of(tensor), ElementType.F32))
                .isEqualTo(expected.array());
    }

    @Test
    void toBytes_ofHalves_roundsToTheNearest() throws Exception {
        TensorTable tensors = TensorTable.of(new Tensor("w", Shape.of(3), new float[] {0.1f, 65504, 2049}));
        byte[] file = SafetensorsWriter.toBytes(Map.of(), tensors, ElementType.F16);
        assertThat(read(file).tensors().tensor("w").values()).containsExactly(0.099975586f, 65504, 2048);
    }

    @ParameterizedTest
    @CsvSource({"F32, NaN", "F32, Infinity", "F16, 65505", "F16, -65520", "F16, NaN"})
    void toBytes_valueOutOfRange_isRefusedWithItsPlace(ElementType type, float value) {
        TensorTable tensors = TensorTable.of(new Tensor("w", Shape.of(2), new float[] {1, value}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafetensorsWriter.toBytes(Map.of(), tensors, type))
                .withMessageStartingWith("a value of " + type + " must be")
                .withMessageEndingWith("but value 1 of tensor w was " + value);
    }

    @Test
    void toBytes_headerThatNobodyCouldRead_isRefused() {
        Map<String, String> metadata = Map.of("golden", "x".repeat(SafetensorsReader.MAX_HEADER_SIZE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafetensorsWriter.toBytes(metadata, TENSORS, ElementType.F32));
    }

    @Test
    void toBytes_tensorNamedLikeTheMetadata_isRefused() {
        TensorTable tensors = TensorTable.of(Tensors.counting("__metadata__", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SafetensorsWriter.toBytes(Map.of(), tensors, ElementType.F32));
    }

    @ParameterizedTest
    @EnumSource
    void read_damaged_isRefusedOrRead(ElementType type) {
        byte[] file = SafetensorsWriter.toBytes(Map.of("a", "b"), TENSORS, type);
        Corruption.assertRefusesEveryPrefix(
                file, bytes -> Tensors.text(read(bytes).tensors()));
        Corruption.assertSurvivesEveryFlip(
                file, bytes -> Tensors.text(read(bytes).tensors()));
    }

    @Test
    void read_fileOfAnotherWriter_isRead() throws Exception {
        String header = " {\"b\":{\"data_offsets\":[8,10],\"dtype\":\"F16\",\"shape\":[1]},\n"
                + "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}  ";
        byte[] values = {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, (byte) 0xC0, 0, 0x3C};
        TensorTable tensors = read(file(header.strip(), values)).tensors();
        assertThat(Tensors.text(tensors)).isEqualTo("b [1] [1.0]\na [2] [1.0, -2.0]");
        assertRefused(header, values, "begins with {");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, SafetensorsReader.MAX_HEADER_SIZE + 1})
    void read_headerLengthThatLies_isRefused(long length) {
        byte[] file = ByteBuffer.allocate(20)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(
                        "test, byte 0: expected a safetensors file, whose header has at most 4194304 bytes, but found "
                                + Long.toUnsignedString(length));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "overlap; [0,8]; [4,12]; [2]; 12; a begin of 8",
                "hole; [0,8]; [12,20]; [2]; 20; a begin of 8",
                "the same bytes; [0,8]; [0,8]; [2]; 8; a begin of 8",
                "bytes behind the last; [0,8]; [8,16]; [2]; 17; 16 bytes behind the header",
                "bytes before the first; [4,12]; [12,20]; [2]; 20; a begin of 0",
                "end beyond the file; [0,8]; [8,16]; [2]; 15; begin and end within 0..15",
                "end before begin; [8,0]; [8,16]; [2]; 16; begin and end within 0..16",
                "begin below zero; [-8,0]; [0,8]; [2]; 8; begin and end within 0..8",
                "one offset; [0]; [8,16]; [2]; 16; begin and end",
                "63 bits; [0,9223372036854775807]; [8,16]; [2]; 16; begin and end within",
                "64 bits; [0,18446744073709551615]; [8,16]; [2]; 16; a whole number",
                "fractions; [0.0,8.0]; [8,16]; [2]; 16; a whole number",
                "fewer bytes than values; [0,8]; [8,12]; [2]; 12; 8 bytes for [2] of F32",
                "a shape below zero; [0,8]; [8,16]; [-2]; 16; sizes of 0 or more",
                "a shape of 62 bits; [0,8]; [8,16]; [2147483647,2147483647]; 16; sizes of 0 or more",
                "a shape that is text; [0,8]; [8,16]; \"2\"; 16; expected an array"
            })
    void read_placesThatLie_areRefused(String name, String first, String second, String shape, int size, String words) {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":" + first + "},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":" + second + "}}";
        assertRefused(header, new byte[size], words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"F64", "BF16", "I32", "f32", ""})
    void read_otherTypes_areRefusedByName(String type) {
        String header = "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":[0],\"data_offsets\":[0,0]}}";
        assertRefused(header, new byte[0], "test, header, a.dtype: expected F32 or F16, but found " + type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"a\":1}",
                "{\"a\":{}}",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[]}}",
                "{\"__metadata__\":[]}",
                "{\"__metadata__\":{\"a\":1}}",
                "{\"a\":null}",
                ""
            })
    void read_headerOfAnotherMake_isRefused(String header) {
        assertRefused(header, new byte[0], "expected");
    }

    @Test
    void read_noTensors_isAnEmptyTable() throws Exception {
        assertThat(read(file("{}", new byte[0])).tensors().size()).isZero();
    }

    private static void assertRefused(String header, byte[] values, String words) {
        assertThatThrownBy(() -> read(file(header, values)))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(words);
    }

    private static byte[] file(String header, byte[] values) {
        byte[] bytes = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + bytes.length + values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(bytes.length)
                .put(bytes)
                .put(values)
                .array();
    }

    private static SafetensorsReader read(byte[] file) throws MalformedModelException {
        return SafetensorsReader.of(Bytes.of("test", file));
    }
}
