package io.github.musicgen.models.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The file of a cache, all numbers big-endian: magic (8 bytes), version (4), key (32), a deflated {@link CacheContent}, and the
 * CRC-32 of all that (8).
 */
final class CacheFormat {
    /** Another one for every change of this file, and of what files are read as. */
    static final int VERSION = 1;

    private static final byte[] MAGIC = "MGCORPUS".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 8 + Integer.BYTES + CacheKey.BYTES;
    private static final int CHECKSUM = Long.BYTES;

    private CacheFormat() {}

    /** A cache cannot be used, for the reason in the message, which goes on from "the cache". */
    static final class UnusableCacheException extends IOException {
        private static final long serialVersionUID = 1L;

        UnusableCacheException(String message) {
            super(message);
        }
    }

    /** Whether a file may be replaced: it is a cache of whatever version, or one of which nothing was written. */
    static boolean isCache(byte[] bytes) {
        return bytes.length == 0
                || (bytes.length >= MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length));
    }

    static byte[] write(Corpus corpus, byte[] key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(MAGIC);
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(VERSION).array());
        bytes.writeBytes(key);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream content = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            CacheContent.write(corpus, content);
        } finally {
            deflater.end();
        }
        long checksum = checksum(bytes.toByteArray(), bytes.size());
        bytes.writeBytes(ByteBuffer.allocate(CHECKSUM).putLong(checksum).array());
        return bytes.toByteArray();
    }

    /** What is in a cache, or nothing if it was made of other inputs or with other options. */
    static Optional<Corpus> read(byte[] bytes, byte[] key, CorpusOptions options) throws UnusableCacheException {
        if (bytes.length < HEADER + CHECKSUM) {
            throw new UnusableCacheException("is corrupt (" + bytes.length + " bytes)");
        }
        int version = ByteBuffer.wrap(bytes).getInt(MAGIC.length);
        if (version != VERSION) {
            throw new UnusableCacheException("has version " + version + ", not " + VERSION);
        }
        long expected = ByteBuffer.wrap(bytes).getLong(bytes.length - CHECKSUM);
        if (checksum(bytes, bytes.length - CHECKSUM) != expected) {
            throw new UnusableCacheException("is corrupt (its checksum is wrong)");
        }
        if (!Arrays.equals(bytes, MAGIC.length + Integer.BYTES, HEADER, key, 0, CacheKey.BYTES)) {
            return Optional.empty();
        }
        int length = bytes.length - HEADER - CHECKSUM;
        try (DataInputStream content =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes, HEADER, length)))) {
            return Optional.of(CacheContent.read(content, options));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableCacheException("is corrupt (" + e + ")");
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }
}
