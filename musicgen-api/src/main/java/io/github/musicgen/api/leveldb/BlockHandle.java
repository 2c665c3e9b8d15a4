package io.github.musicgen.api.leveldb;

import io.github.musicgen.api.bytes.ByteCursor;
import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;

/**
 * Where a block lies in a table.
 *
 * @param offset its first byte
 * @param size its bytes, without the trailer
 */
record BlockHandle(int offset, int size) {
    static BlockHandle read(ByteCursor cursor) throws MalformedModelException {
        return new BlockHandle(bounded(cursor), bounded(cursor));
    }

    /** No file is larger; so sums of such numbers stay far from overflow. */
    private static int bounded(ByteCursor cursor) throws MalformedModelException {
        long number = cursor.varint();
        if (Long.compareUnsigned(number, Bytes.MAX_SIZE) > 0) {
            throw cursor.malformed("a place within " + Bytes.MAX_SIZE + " bytes", Long.toUnsignedString(number));
        }
        return (int) number;
    }
}
