package io.github.musicgen.examples.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SenderPaceTest {
    private static final int MOST = 100_000;
    private static final int LENGTH = 30_000;

    private long nanos;
    private final SenderPace pace = new SenderPace(() -> nanos);

    @Test
    void shortBody_isTaken_howeverLongTheServerTakesForIt() throws IOException {
        assertThat(pace.read(slowly(2, 2, 9_000), MOST)).hasSize(2);
    }

    @Test
    void lastByte_mayBeTheEnd_afterAnyTime() throws IOException {
        InputStream body = slowly(2, 2, 0);
        InputStream lateEnd = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("reads parts");
            }

            @Override
            public int read(byte[] part, int offset, int length) throws IOException {
                int read = body.read(part, offset, length);
                nanos += read < 0 ? TimeUnit.SECONDS.toNanos(29) : 0;
                return read;
            }
        };
        assertThat(pace.read(lateEnd, MOST)).hasSize(2);
    }

    @Test
    void bodyAtTheLeastRate_isTaken() throws IOException {
        assertThat(pace.read(slowly(LENGTH, 1_000, 1_000), MOST)).isEqualTo(bytes(LENGTH));
    }

    @Test
    void slowerBody_isTaken_untilTheFreeSecondsAreOver() {
        InputStream slow = slowly(LENGTH, 1, 900);
        assertThatThrownBy(() -> pace.read(slow, MOST)).hasMessage("12 bytes in PT10.8S are fewer than 1000 a second");
    }

    @Test
    void onlyTheMost_isRead() throws IOException {
        InputStream body = slowly(LENGTH, LENGTH, 0);
        assertThat(pace.read(body, 10_000)).isEqualTo(Arrays.copyOf(bytes(LENGTH), 10_000));
        assertThat(body.readAllBytes()).hasSize(LENGTH - 10_000);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }

    /** Comes in parts, each of which takes its time. */
    private InputStream slowly(int length, int part, int milliseconds) {
        return new ByteArrayInputStream(bytes(length)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int most) {
                nanos += TimeUnit.MILLISECONDS.toNanos(milliseconds);
                return super.read(buffer, offset, Math.min(part, most));
            }
        };
    }
}
