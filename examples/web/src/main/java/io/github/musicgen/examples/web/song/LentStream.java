package io.github.musicgen.examples.web.song;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A stream of which there are only so many at a time. Closing it makes room for another. */
final class LentStream extends FilterInputStream {
    private final Semaphore places;
    private final AtomicBoolean givenBack = new AtomicBoolean();

    private LentStream(InputStream stream, Semaphore places) {
        super(stream);
        this.places = places;
    }

    /** Opens a stream in one of the places, which the caller found free, and which is free again if that fails. */
    static InputStream in(Semaphore places, Supplier<InputStream> opener) {
        boolean opened = false;
        try {
            InputStream stream = new LentStream(opener.get(), places);
            opened = true;
            return stream;
        } finally {
            if (!opened) {
                places.release();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            if (givenBack.compareAndSet(false, true)) {
                places.release();
            }
        }
    }
}
