package io.github.musicgen.models.report;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The frame that TensorFlow's record files put around each record: its length, and checksums of that and of the record. */
final class EventRecords {
    private static final int FRAME = Long.BYTES + Integer.BYTES + Integer.BYTES;
    private static final int MASK_DELTA = 0xA282EAD8; // tensorflow/core/lib/hash/crc32c.h

    private EventRecords() {}

    static byte[] frame(byte[] content) {
        ByteBuffer record = ByteBuffer.allocate(FRAME + content.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(content.length);
        record.putInt(maskedChecksum(record.array(), Long.BYTES));
        record.put(content);
        record.putInt(maskedChecksum(content, content.length));
        return record.array();
    }

    /** Rotated and moved, because the checksum of what holds its own checksum is of little worth. */
    private static int maskedChecksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return Integer.rotateRight((int) checksum.getValue(), 15) + MASK_DELTA;
    }
}
