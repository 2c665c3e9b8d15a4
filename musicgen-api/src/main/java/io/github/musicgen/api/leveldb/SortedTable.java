package io.github.musicgen.api.leveldb;

import io.github.musicgen.api.bytes.ByteCursor;
import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a whole sorted table. The file from its end: a footer points to the index, the index to the blocks. */
public final class SortedTable {
    private static final int FOOTER_SIZE = 48;
    private static final long MAGIC = 0xDB47_7524_8B80_FB57L;

    /** Behind each block: how it is compressed, and a checksum of both. */
    private static final int TRAILER_SIZE = 1 + Integer.BYTES;

    /**
     * The most entries that are read. A checkpoint has one per variable; keys share their beginnings in the file but not in
     * memory, so that without a bound few bytes could ask for many.
     */
    static final int MAX_ENTRIES = 1 << 16;

    private final Bytes file;

    private SortedTable(Bytes file) {
        this.file = file;
    }

    /**
     * Tells by the last bytes whether they are of this format.
     *
     * @param file a file
     * @return whether it ends as every table does
     */
    public static boolean recognizes(Bytes file) {
        return file.size() >= FOOTER_SIZE && file.buffer().getLong(file.size() - Long.BYTES) == MAGIC;
    }

    /**
     * Reads all entries.
     *
     * @param file a file
     * @return the entries in the order of their keys, which is strictly ascending
     * @throws MalformedModelException if the file breaks the format
     */
    public static List<TableEntry> read(Bytes file) throws MalformedModelException {
        return new SortedTable(file).entries();
    }

    private List<TableEntry> entries() throws MalformedModelException {
        List<TableEntry> index = new ArrayList<>();
        int indexStart = readIndex(index);
        List<TableEntry> entries = new ArrayList<>();
        int end = 0;
        for (TableEntry block : index) {
            BlockHandle handle = BlockHandle.read(new ByteCursor(block.value()));
            if (handle.offset() < end) {
                throw block.value()
                        .malformed(
                                0,
                                "a block from byte " + end + " on, behind the one before",
                                "byte " + handle.offset());
            }
            end = read(handle, indexStart, entries);
        }
        requireAscending(entries);
        return entries;
    }

    /** Returns where the index begins: data blocks end there. */
    private int readIndex(List<TableEntry> index) throws MalformedModelException {
        if (!recognizes(file)) {
            throw file.malformed(
                    Math.max(0, file.size() - Long.BYTES),
                    "the eight bytes 57fb808b247547db at the end of a table",
                    "others; the file may be cut short");
        }
        int footerStart = file.size() - FOOTER_SIZE;
        ByteCursor footer = new ByteCursor(file.slice(footerStart, FOOTER_SIZE - Long.BYTES, "a footer"));
        BlockHandle.read(footer); // of the meta index, which nothing is kept in
        BlockHandle handle = BlockHandle.read(footer);
        read(handle, footerStart, index);
        return handle.offset();
    }

    /** Returns where the block ends. */
    private int read(BlockHandle handle, int limit, List<TableEntry> entries) throws MalformedModelException {
        Bytes whole = file.slice(0, limit, "blocks").slice(handle.offset(), handle.size() + TRAILER_SIZE, "a block");
        Bytes block = whole.slice(0, handle.size(), "a block");
        Bytes trailer = whole.slice(handle.size(), TRAILER_SIZE, "a trailer");
        Checksum.require(
                whole.slice(0, handle.size() + 1, "a block"), trailer.buffer().getInt(1), "a block");
        new BlockReader(decompressed(block, trailer)).readInto(entries);
        return handle.offset() + whole.size();
    }

    private static Bytes decompressed(Bytes block, Bytes trailer) throws MalformedModelException {
        return switch (trailer.at(0)) {
            case 0 -> block;
            case 1 -> Snappy.decompress(block);
            default -> throw trailer.malformed(0, "compression 0 (none) or 1 (Snappy)", String.valueOf(trailer.at(0)));
        };
    }

    private static void requireAscending(List<TableEntry> entries) throws MalformedModelException {
        for (int i = 1; i < entries.size(); i++) {
            Bytes key = entries.get(i).key();
            if (Arrays.compareUnsigned(entries.get(i - 1).key().toArray(), key.toArray()) >= 0) {
                throw key.malformed(0, "keys in ascending order", "one that is not above the one before");
            }
        }
    }
}
