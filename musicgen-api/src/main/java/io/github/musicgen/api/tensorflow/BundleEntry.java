package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.leveldb.TableEntry;
import io.github.musicgen.api.protobuf.Message;

/**
 * The message {@code BundleEntryProto { dtype = 1, shape = 2, shard_id = 3, offset = 4, size = 5, crc32c = 6, slices = 7 }}.
 *
 * @param place where this stands in the index, for errors
 * @param variable whose values these are
 * @param shard which file of values they lie in
 * @param offset where they begin there
 * @param checksum their masked checksum
 */
record BundleEntry(Bytes place, Variable variable, int shard, int offset, int checksum) {
    private static final int DTYPE = 1;
    private static final int SHAPE = 2;
    private static final int SHARD_ID = 3;
    private static final int OFFSET = 4;
    private static final int SIZE = 5;
    private static final int CRC32C = 6;
    private static final int SLICES = 7;

    /** What the index says of a variable, as far as it is needed to pass it over. */
    static Variable variable(TableEntry entry) throws MalformedModelException {
        Message message = new Message(entry.value());
        return new Variable(entry.key().text(), message.varint(DTYPE), ShapeMessage.read(message.message(SHAPE)));
    }

    /** What the index says of the values of a variable that is not passed over. */
    static BundleEntry read(TableEntry entry, Variable variable, int shards) throws MalformedModelException {
        Message message = new Message(entry.value());
        if (message.optional(SLICES).isPresent()) {
            throw entry.value().malformed(0, "variable " + variable.name() + " as a whole", "parts of it");
        }
        if (message.varint(SIZE) != variable.byteCount()) {
            throw entry.value()
                    .malformed(
                            0,
                            variable.byteCount() + " bytes of values of " + variable.name(),
                            Long.toUnsignedString(message.varint(SIZE)));
        }
        return new BundleEntry(
                entry.value(),
                variable,
                bounded(entry, "shard", message.varint(SHARD_ID), shards - 1),
                bounded(entry, "offset", message.varint(OFFSET), Bytes.MAX_SIZE),
                message.fixed32(CRC32C));
    }

    private static int bounded(TableEntry entry, String what, long value, int max) throws MalformedModelException {
        if (value < 0 || value > max) {
            throw entry.value().malformed(0, what + " 0 to " + max, String.valueOf(value));
        }
        return (int) value;
    }

    /** Where the values end. */
    long end() {
        return offset + variable.byteCount();
    }
}
