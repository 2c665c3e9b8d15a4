package io.github.musicgen.api.leveldb;

import io.github.musicgen.api.bytes.ByteCursor;
import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the entries of one block. Each key says how many bytes it shares with the key before; the list at the end of the block
 * tells where keys share nothing, which only a search needs.
 */
final class BlockReader {
    /** Longer than any name of a variable; see {@link SortedTable#MAX_ENTRIES}. */
    static final int MAX_KEY_SIZE = 1 << 10;

    private final Bytes block;

    BlockReader(Bytes block) {
        this.block = block;
    }

    void readInto(List<TableEntry> entries) throws MalformedModelException {
        ByteCursor cursor = new ByteCursor(block.slice(0, entriesSize(), "entries"));
        byte[] key = {};
        while (cursor.left() > 0) {
            long shared = cursor.varint();
            long unshared = cursor.varint();
            long valueSize = cursor.varint();
            if (Long.compareUnsigned(shared, key.length) > 0) {
                throw cursor.malformed(
                        "a key that shares at most " + key.length + " bytes with the one before",
                        Long.toUnsignedString(shared));
            }
            Bytes rest = cursor.take(unshared, "a key");
            if (shared + unshared > MAX_KEY_SIZE || entries.size() == SortedTable.MAX_ENTRIES) {
                throw cursor.malformed(
                        "at most " + SortedTable.MAX_ENTRIES + " keys of at most " + MAX_KEY_SIZE + " bytes", "more");
            }
            key = joined(key, (int) shared, rest);
            Bytes value = cursor.take(valueSize, "a value");
            entries.add(new TableEntry(Bytes.of(value.part() + ", key", key), value));
        }
    }

    private static byte[] joined(byte[] previous, int shared, Bytes rest) {
        byte[] key = Arrays.copyOf(previous, shared + rest.size());
        rest.buffer().get(key, shared, rest.size());
        return key;
    }

    /** The block without the list of restarts and its length. */
    private long entriesSize() throws MalformedModelException {
        int countPosition = block.size() - Integer.BYTES;
        if (countPosition < 0) {
            throw block.malformed(0, "a block of at least 4 bytes", block.size() + " bytes");
        }
        long restarts = Integer.toUnsignedLong(block.buffer().getInt(countPosition));
        long size = countPosition - restarts * Integer.BYTES;
        if (size < 0) {
            throw block.malformed(
                    countPosition, "a list of restarts within " + countPosition + " bytes", restarts + " restarts");
        }
        return size;
    }
}
