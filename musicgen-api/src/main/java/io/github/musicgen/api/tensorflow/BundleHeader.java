package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.protobuf.Message;

/**
 * The message {@code BundleHeaderProto { num_shards = 1, endianness = 2, version = 3 }}.
 *
 * @param shards how many files of values there are
 */
record BundleHeader(int shards) {
    /** As many as the five digits in their names can number. */
    private static final int MAX_SHARDS = 99_999;

    private static final int NUM_SHARDS = 1;
    private static final int ENDIANNESS = 2;
    private static final int VERSION = 3;

    static BundleHeader read(Bytes entry) throws MalformedModelException {
        Message message = new Message(entry);
        VersionMessage.require(message.message(VERSION));
        long endianness = message.varint(ENDIANNESS);
        if (endianness != 0) {
            throw entry.malformed(0, "little-endian values (0)", "others (" + endianness + ")");
        }
        long shards = message.varint(NUM_SHARDS);
        if (shards < 1 || shards > MAX_SHARDS) {
            throw entry.malformed(0, "1 to " + MAX_SHARDS + " files of values", String.valueOf(shards));
        }
        return new BundleHeader((int) shards);
    }
}
