package io.github.musicgen.api.leveldb;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.protobuf.MessageWriter;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes sorted tables, for fixtures: several blocks, shared prefixes, compressed or not. */
public final class TableWriter {
    private static final int RESTART_INTERVAL = 3;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final int entriesPerBlock;
    private final boolean compressed;

    private TableWriter(int entriesPerBlock, boolean compressed) {
        this.entriesPerBlock = entriesPerBlock;
        this.compressed = compressed;
    }

    /** Keys are Latin-1 text here, so that every byte can be said. */
    public static byte[] write(Map<String, byte[]> entries, int entriesPerBlock, boolean compressed) {
        return new TableWriter(entriesPerBlock, compressed).write(new TreeMap<>(entries));
    }

    private byte[] write(SortedMap<String, byte[]> entries) {
        List<Map.Entry<String, byte[]>> index = new ArrayList<>();
        List<Map.Entry<String, byte[]>> block = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            block.add(entry);
            if (block.size() == entriesPerBlock || entry.getKey().equals(entries.lastKey())) {
                index.add(Map.entry(entry.getKey(), append(block(block))));
                block.clear();
            }
        }
        byte[] metaIndexHandle = append(block(List.of()));
        byte[] indexHandle = append(block(index));
        file.writeBytes(footer(metaIndexHandle, indexHandle));
        return file.toByteArray();
    }

    /** The 48 bytes at the end. */
    static byte[] footer(byte[] metaIndexHandle, byte[] indexHandle) {
        return ByteBuffer.allocate(48)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(metaIndexHandle)
                .put(indexHandle)
                .putLong(40, 0xDB4775248B80FB57L)
                .array();
    }

    /** Appends a block with its trailer and returns its handle. */
    private byte[] append(byte[] block) {
        byte[] handle = handle(file.size(), compressed ? SnappyWriter.compress(block).length : block.length);
        file.writeBytes(withTrailer(block, compressed));
        return handle;
    }

    static byte[] handle(long offset, long size) {
        return new MessageWriter().raw(offset).raw(size).toBytes();
    }

    static byte[] withTrailer(byte[] block, boolean compressed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(compressed ? SnappyWriter.compress(block) : block);
        bytes.write(compressed ? 1 : 0);
        int checksum = Checksum.of(Bytes.of("block", bytes.toByteArray()));
        bytes.writeBytes(littleEndian(checksum));
        return bytes.toByteArray();
    }

    static byte[] block(List<Map.Entry<String, byte[]>> entries) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        List<Integer> restarts = new ArrayList<>(List.of(0));
        String previous = "";
        for (int i = 0; i < entries.size(); i++) {
            if (i > 0 && i % RESTART_INTERVAL == 0) {
                restarts.add(block.size());
                previous = "";
            }
            String key = entries.get(i).getKey();
            byte[] value = entries.get(i).getValue();
            int shared = sharedPrefix(previous, key);
            block.writeBytes(entry(shared, key.substring(shared), value));
            previous = key;
        }
        restarts.forEach(restart -> block.writeBytes(littleEndian(restart)));
        block.writeBytes(littleEndian(restarts.size()));
        return block.toByteArray();
    }

    static byte[] entry(long shared, String rest, byte[] value) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(new MessageWriter()
                .raw(shared)
                .raw(rest.length())
                .raw(value.length)
                .toBytes());
        rest.chars().forEach(entry::write);
        entry.writeBytes(value);
        return entry.toByteArray();
    }

    private static int sharedPrefix(String one, String other) {
        int shared = 0;
        while (shared < Math.min(one.length(), other.length()) && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }

    static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
