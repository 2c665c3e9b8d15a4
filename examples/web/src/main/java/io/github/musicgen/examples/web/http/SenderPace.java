package io.github.musicgen.examples.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How slowly a body may come. Jetty has a least rate too, but counts from the first byte on: whoever sends two bytes is refused as soon as
 * the server itself takes three milliseconds to look at the second one. Here the first seconds are free.
 */
final class SenderPace {
    private static final Duration FREE = Duration.ofSeconds(10);
    private static final int LEAST_BYTES_PER_SECOND = 1000;
    private static final int PART = 8192;
    private static final double NANOS_PER_SECOND = 1e9;

    private final LongSupplier nanos;

    SenderPace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Reads a body, or as much of it as is wanted.
     *
     * @param body what comes; the connection itself bounds how long nothing at all may
     * @param most the most to read
     * @return the bytes
     * @throws IOException if it breaks off, or comes too slowly
     */
    byte[] read(InputStream body, int most) throws IOException {
        long begin = nanos.getAsLong();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        while (read.size() < most) {
            int length = body.read(part, 0, Math.min(part.length, most - read.size()));
            if (length < 0) {
                break;
            }
            read.write(part, 0, length);
            requirePace(read.size(), nanos.getAsLong() - begin);
        }
        return read.toByteArray();
    }

    private static void requirePace(int bytes, long nanos) throws IOException {
        if (nanos > FREE.toNanos() && bytes < LEAST_BYTES_PER_SECOND * (nanos / NANOS_PER_SECOND)) {
            throw new IOException(bytes + " bytes in " + Duration.ofNanos(nanos) + " are fewer than "
                    + LEAST_BYTES_PER_SECOND + " a second");
        }
    }
}
