package io.github.musicgen.examples.cli.jam;

import java.util.List;

/** What is heard of a jam. */
interface JamSound extends AutoCloseable {
    /** For whom it is enough to read. */
    JamSound NONE = new JamSound() {
        @Override
        public void on(int pitch, int velocity) {}

        @Override
        public void off(int pitch) {}

        @Override
        public void play(List<StepNote> notes, long fromMicroseconds) {}

        @Override
        public void stop() {}

        @Override
        public void awaitEnd() {}

        @Override
        public void close() {}
    };

    /** A key goes down. */
    void on(int pitch, int velocity);

    /** It goes up. */
    void off(int pitch);

    /**
     * Begins to play notes, and returns at once.
     *
     * @param notes in steps
     * @param fromMicroseconds where to begin: what lies before it is over
     */
    void play(List<StepNote> notes, long fromMicroseconds);

    /** Ends what {@link #play} began. */
    void stop();

    /** Waits for the end of what {@link #play} began. */
    void awaitEnd() throws InterruptedException;

    @Override
    void close();
}
