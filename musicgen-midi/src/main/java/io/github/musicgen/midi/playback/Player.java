package io.github.musicgen.midi.playback;

import io.github.musicgen.midi.smf.MidiFile;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sound.midi.Receiver;

/**
 * Plays music to a receiver of MIDI messages, in real time.
 *
 * <pre>{@code
 * try (MidiOutput output = MidiOutput.openDefault();
 *         Player player = Player.of(music, output.receiver())) {
 *     player.start();
 *     player.awaitEnd();
 * }
 * }</pre>
 *
 * <p>Nothing is left sounding: pausing, seeking, the end of a loop, the end of the music and {@link #close} send a note-off for
 * every key that is down and let the pedals go. Where playing goes on, the receiver is told programs, controllers and bends as
 * they are at that place; notes that began before it stay silent.
 *
 * <p>The JDK has a sequencer of its own. This player does not use it, because the JDK's sends "all notes off" where some devices
 * want the note-offs themselves, restores no bends or parameters when it seeks, and runs on a clock that no test can set.
 *
 * <p>May be used by several threads. Messages are sent by a daemon thread of the player's own and, when it is paused or moved, by
 * the thread that does so. The receiver stays open: who opened it closes it.
 */
public final class Player implements AutoCloseable {
    /** The slowest tempo, in parts of the written one. */
    public static final double MIN_TEMPO_FACTOR = 0.05;

    /** The fastest tempo, in multiples of the written one. */
    public static final double MAX_TEMPO_FACTOR = 20;

    private static final long REPORT_NANOS = 50_000_000;

    private final Timeline timeline;
    private final Transport transport;
    private final LongSupplier clock;
    private final List<PlayerListener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::run, "musicgen-player");
    private boolean commanded;
    private boolean closed;
    private long lastReport = Long.MIN_VALUE / 2; // so that the first one is due

    /** For tests, which move the clock by hand and call {@link #runDue} themselves. */
    Player(Timeline timeline, Receiver receiver, LongSupplier clock) {
        this.timeline = timeline;
        this.transport = new Transport(timeline, receiver);
        this.clock = clock;
    }

    /**
     * Makes a player of music. It waits at the beginning.
     *
     * @param music the music
     * @param receiver where the messages go
     * @return the player
     * @throws IllegalArgumentException if the music has more parts than MIDI has channels
     */
    @SuppressWarnings("exports") // who has a receiver requires java.desktop
    public static Player of(NoteSequence music, Receiver receiver) {
        return of(Timeline.of(music), receiver);
    }

    /**
     * Makes a player of a file, which sends every event of it. It waits at the beginning.
     *
     * @param file the file; the patterns of format 2 are played one after another
     * @param receiver where the messages go
     * @return the player
     * @throws IllegalArgumentException if patterns one after another reach beyond the last possible tick
     */
    @SuppressWarnings("exports") // who has a receiver requires java.desktop
    public static Player of(MidiFile file, Receiver receiver) {
        return of(Timeline.of(file), receiver);
    }

    private static Player of(Timeline timeline, Receiver receiver) {
        Player player = new Player(timeline, receiver, System::nanoTime);
        player.thread.setDaemon(true);
        player.thread.start();
        return player;
    }

    /** Begins to play, or goes on after a pause. What has ended begins anew. */
    public void start() {
        command(() -> transport.start(clock.getAsLong()));
    }

    /** Stops where the music is; {@link #start} goes on there. */
    public void pause() {
        command(() -> transport.pause(clock.getAsLong()));
    }

    /**
     * Goes to another place; the music plays on if it did before.
     *
     * @param tick the place, 0 to {@link #endTick()}
     */
    public void seek(long tick) {
        requireTick("tick", tick);
        command(() -> transport.seek(tick, clock.getAsLong()));
    }

    /**
     * Plays a region again and again. The music goes on to the end of the region from where it is; from beyond that it jumps to
     * the start.
     *
     * @param startTick where the region begins
     * @param endTick where it ends, and begins again
     * @throws IllegalArgumentException if it lasts less than a hundredth of a second, or lies beyond the end of the music
     */
    public void loop(long startTick, long endTick) {
        requireTick("start of a loop", startTick);
        requireTick("end of a loop", endTick);
        command(() -> transport.loop(startTick, endTick, clock.getAsLong()));
    }

    /** Repeats no longer: the music goes on to its end. */
    public void endLoop() {
        command(transport::endLoop);
    }

    /**
     * Plays slower or faster than written, from now on.
     *
     * @param factor {@value #MIN_TEMPO_FACTOR} to {@value #MAX_TEMPO_FACTOR}; 2 is twice as fast
     */
    public void setTempoFactor(double factor) {
        if (!(factor >= MIN_TEMPO_FACTOR && factor <= MAX_TEMPO_FACTOR)) {
            throw new IllegalArgumentException(
                    "tempo factor must be " + MIN_TEMPO_FACTOR + ".." + MAX_TEMPO_FACTOR + ", but was " + factor);
        }
        command(() -> transport.tempoFactor(factor, clock.getAsLong()));
    }

    /**
     * Tells whether the music is running.
     *
     * @return false before the start, while paused, at the end and when closed
     */
    public boolean isPlaying() {
        lock.lock();
        try {
            return transport.isPlaying();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells where the music is.
     *
     * @return the nearest tick
     */
    public long tick() {
        lock.lock();
        try {
            return transport.tick(clock.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells where the music is, at the tempos of the piece.
     *
     * @return seconds from its beginning
     */
    public double seconds() {
        lock.lock();
        try {
            return transport.seconds(clock.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells where the music ends.
     *
     * @return the tick
     */
    public long endTick() {
        return timeline.endTick();
    }

    /**
     * Tells how long the music is, at the tempos of the piece.
     *
     * @return seconds
     */
    public double endSeconds() {
        return timeline.seconds();
    }

    /**
     * Tells which tick is played at a time, at the tempos of the piece.
     *
     * @param seconds from its beginning
     * @return the nearest tick, not beyond the end
     * @throws IllegalArgumentException if the time is negative, not a number, or beyond the last possible tick
     */
    public long tickAt(double seconds) {
        return Math.min(timeline.endTick(), timeline.tempoMap().tickAt(seconds));
    }

    /**
     * Adds a listener.
     *
     * @param listener is told from now on
     */
    public void addListener(PlayerListener listener) {
        listeners.add(listener);
        command(() -> {});
    }

    /**
     * Waits until the music does not run: it has ended, failed, or was paused or closed. Listeners may hear of it a
     * little later.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the music plays on
     */
    public void awaitEnd() throws InterruptedException {
        lock.lock();
        try {
            while (transport.isPlaying()) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends playing for good. When it returns, nothing sounds and no message follows. Closing again does nothing. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                transport.pause(clock.getAsLong());
            }
        } finally {
            changed.signalAll();
            lock.unlock();
        }
    }

    /** Does something to the music and wakes the thread, whose next deadline may be another one now. */
    private void command(Runnable action) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the player is closed");
            }
            action.run();
            commanded = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void requireTick(String name, long tick) {
        if (tick < 0 || tick > timeline.endTick()) {
            throw new IllegalArgumentException(name + " must be 0.." + timeline.endTick() + " ticks, but was " + tick);
        }
    }

    private void run() {
        try {
            long wait;
            do {
                wait = runDue();
            } while (sleep(wait));
        } catch (InterruptedException stopped) {
            close();
        }
    }

    /** Waits for a deadline or a command; false when there is nothing to wait for any more. */
    private boolean sleep(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (left > 0 && !commanded && !closed) {
                left = changed.awaitNanos(left);
            }
            commanded = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Sends what is due and tells the listeners.
     *
     * @return after how many nanoseconds to call again
     */
    long runDue() {
        List<Consumer<PlayerListener>> news = new ArrayList<>();
        long wait = advance(news);
        news.forEach(item -> listeners.forEach(listener -> tell(listener, item)));
        return listeners.isEmpty() || wait == Transport.IDLE ? wait : Math.min(wait, REPORT_NANOS);
    }

    private long advance(List<Consumer<PlayerListener>> news) {
        lock.lock();
        try {
            return advance(clock.getAsLong(), news);
        } finally {
            lock.unlock();
        }
    }

    private long advance(long now, List<Consumer<PlayerListener>> news) {
        try {
            if (!transport.isPlaying()) {
                return Transport.IDLE;
            }
            long wait = transport.advance(now);
            report(now, news);
            return wait;
        } catch (RuntimeException refused) {
            transport.abandon(now);
            changed.signalAll();
            news.add(listener -> listener.failed(refused));
            return Transport.IDLE;
        }
    }

    private void report(long now, List<Consumer<PlayerListener>> news) {
        boolean ended = !transport.isPlaying();
        if (ended || now - lastReport >= REPORT_NANOS) {
            lastReport = now;
            long tick = transport.tick(now);
            double seconds = transport.seconds(now);
            news.add(listener -> listener.position(tick, seconds));
        }
        if (ended) {
            changed.signalAll();
            news.add(PlayerListener::finished);
        }
    }

    /** A listener's fault is reported as any thread's would be, but ends neither the thread nor the music. */
    private static void tell(PlayerListener listener, Consumer<PlayerListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException fault) {
            Thread current = Thread.currentThread();
            current.getUncaughtExceptionHandler().uncaughtException(current, fault);
        }
    }
}
