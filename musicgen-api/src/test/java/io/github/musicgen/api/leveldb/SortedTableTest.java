package io.github.musicgen.api.leveldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.Corruption;
import io.github.musicgen.api.format.MalformedModelException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTableTest {
    /** Ten entries in blocks of 128 bytes, four to a restart, written by org.iq80.leveldb 0.12. */
    @ParameterizedTest
    @ValueSource(strings = {"plain.ldb", "snappy.ldb"})
    void read_tableOfAnotherWriter_givesItsEntries(String name) throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            expected.put(
                    "rnn/multi_rnn_cell/cell_" + i + "/basic_lstm_cell/bias",
                    "value of cell " + i + " " + "x".repeat(3 * i));
        }
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream(name))) {
            assertThat(texts(stream.readAllBytes())).containsExactlyEntriesOf(expected);
        }
    }

    @Property(tries = 200)
    void read_undoesWrite(
            @ForAll @Size(max = 40)
                    Map<@AlphaChars @StringLength(max = 12) String, @StringLength(max = 50) String> entries,
            @ForAll @IntRange(min = 1, max = 9) int entriesPerBlock,
            @ForAll boolean compressed)
            throws Exception {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        Map<String, String> normal = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            bytes.put(key, value.getBytes(StandardCharsets.UTF_8));
            normal.put(key, new String(bytes.get(key), StandardCharsets.UTF_8));
        });
        assertThat(texts(TableWriter.write(bytes, entriesPerBlock, compressed)))
                .containsExactlyInAnyOrderEntriesOf(normal);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void read_damaged_neverGivesOtherEntries(boolean compressed) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String key : List.of("", "weights", "weights/Adam", "weights/Adam_1", "zero")) {
            entries.put(key, ("value of " + key).getBytes(StandardCharsets.UTF_8));
        }
        byte[] file = TableWriter.write(entries, 2, compressed);
        Corruption.assertRefusesEveryPrefix(file, SortedTableTest::texts);
        Corruption.assertNoticesEveryFlip(file, SortedTableTest::texts);
    }

    @Test
    void read_wrongChecksum_saysBoth() {
        byte[] file = TableWriter.write(Map.of("", new byte[10]), 1, false);
        file[5] ^= 1;
        assertThatThrownBy(() -> texts(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageMatching("test, byte 0: expected a block with checksum [0-9a-f]+, but found [0-9a-f]+");
    }

    @Test
    void read_cutShort_saysSo() {
        assertThatThrownBy(() -> texts(new byte[100]))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining("test, byte 92: expected the eight bytes 57fb808b247547db at the end of a table");
    }

    @Test
    void read_blockThatIsPointedToTwice_isRefused() {
        byte[] block = block("a", 10);
        byte[] handle = TableWriter.handle(0, block.length - 5);
        assertRefused(table(block, List.of(Map.entry("a", handle), Map.entry("b", handle))), "behind the one before");
    }

    @Test
    void read_blockBeyondTheIndex_isRefused() {
        assertRefused(table(block("a", 10), List.of(Map.entry("a", TableWriter.handle(0, 1 << 20)))), "within");
    }

    @Test
    void read_blockAt63Bits_isRefused() {
        assertRefused(
                table(block("a", 10), List.of(Map.entry("a", TableWriter.handle(Long.MAX_VALUE, Long.MIN_VALUE)))),
                "within");
    }

    @Test
    void read_keysOutOfOrder_areRefused() {
        byte[] entries = join(
                TableWriter.entry(0, "b", new byte[1]),
                TableWriter.entry(0, "a", new byte[1]),
                TableWriter.littleEndian(0),
                TableWriter.littleEndian(1));
        assertRefused(tableOf(entries), "ascending");
    }

    @Test
    void read_keyThatSharesMoreThanThereIs_isRefused() {
        byte[] entries =
                join(TableWriter.entry(5, "b", new byte[1]), TableWriter.littleEndian(0), TableWriter.littleEndian(1));
        assertRefused(tableOf(entries), "shares at most 0 bytes");
    }

    @Test
    void read_keyOfAMegabyte_isRefused() {
        byte[] entries = join(
                TableWriter.entry(0, "b".repeat(1 << 20), new byte[1]),
                TableWriter.littleEndian(0),
                TableWriter.littleEndian(1));
        assertRefused(tableOf(entries), "at most 1024 bytes");
    }

    @Test
    void read_moreEntriesThanAnyCheckpointHas_areRefused() {
        ByteArrayOutputStream entries = new ByteArrayOutputStream();
        for (int i = 0; i <= SortedTable.MAX_ENTRIES; i++) {
            entries.writeBytes(TableWriter.entry(0, String.format("%06d", i), new byte[0]));
        }
        entries.writeBytes(TableWriter.littleEndian(0));
        entries.writeBytes(TableWriter.littleEndian(1));
        assertRefused(tableOf(entries.toByteArray()), "at most 65536 keys");
    }

    @Test
    void read_fourBillionRestarts_areRefused() {
        assertRefused(tableOf(TableWriter.littleEndian(-1)), "4294967295 restarts");
    }

    @Test
    void read_unknownCompression_isRefused() {
        byte[] block = TableWriter.block(List.of());
        byte[] checked = join(block, new byte[] {2});
        byte[] stored = join(checked, TableWriter.littleEndian(Checksum.of(Bytes.of("block", checked))));
        assertRefused(
                table(stored, List.of(Map.entry("a", TableWriter.handle(0, block.length)))),
                "compression 0 (none) or 1 (Snappy), but found 2");
    }

    private static byte[] block(String key, int valueSize) {
        return TableWriter.withTrailer(TableWriter.block(List.of(Map.entry(key, new byte[valueSize]))), false);
    }

    /** A table of one block with this content. */
    private static byte[] tableOf(byte[] content) {
        return table(
                TableWriter.withTrailer(content, false),
                List.of(Map.entry("z", TableWriter.handle(0, content.length))));
    }

    private static byte[] table(byte[] blocks, List<Map.Entry<String, byte[]>> index) {
        byte[] indexBlock = TableWriter.block(index);
        byte[] handle = TableWriter.handle(blocks.length, indexBlock.length);
        return join(
                blocks,
                TableWriter.withTrailer(indexBlock, false),
                TableWriter.footer(TableWriter.handle(0, 0), handle));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static void assertRefused(byte[] file, String words) {
        assertThatThrownBy(() -> texts(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(words);
    }

    private static Map<String, String> texts(byte[] file) throws MalformedModelException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (TableEntry entry : SortedTable.read(Bytes.of("test", file))) {
            texts.put(entry.key().text(), entry.value().text());
        }
        return texts;
    }
}
