package io.github.musicgen.api.leveldb;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import java.util.zip.CRC32C;

/** CRC-32C in the disguise in which LevelDB and TensorFlow store it. */
public final class Checksum {
    private static final int ROTATION = 15;
    private static final int DELTA = 0xA282_EAD8;

    private Checksum() {}

    /**
     * The checksum as it is stored. It is masked because a checksum over bytes that hold their own checksum says little.
     *
     * @param bytes what it is of
     * @return the masked checksum
     */
    public static int of(Bytes bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.buffer());
        return Integer.rotateRight((int) crc.getValue(), ROTATION) + DELTA;
    }

    /**
     * Compares.
     *
     * @param bytes what the checksum is of
     * @param stored the masked checksum that the file gives
     * @param what the word for the bytes in an error
     * @throws MalformedModelException if the bytes have another one
     */
    public static void require(Bytes bytes, int stored, String what) throws MalformedModelException {
        int actual = of(bytes);
        if (actual != stored) {
            throw bytes.malformed(
                    0, what + " with checksum " + Integer.toHexString(stored), Integer.toHexString(actual));
        }
    }
}
