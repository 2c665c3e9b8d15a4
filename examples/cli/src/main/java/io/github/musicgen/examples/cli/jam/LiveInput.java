package io.github.musicgen.examples.cli.jam;

import io.github.musicgen.examples.cli.output.Terminal;
import io.github.musicgen.midi.playback.LiveEvent;
import io.github.musicgen.midi.playback.MidiInput;
import io.github.musicgen.midi.smf.ChannelEvent;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** What somebody plays, on a MIDI input or on the keys of a terminal, by the clock of this machine. */
final class LiveInput implements AutoCloseable {
    private static final int END_OF_INPUT = -1;
    private static final int CONTROL_D = 4;

    private final BlockingQueue<Heard> queue = new LinkedBlockingQueue<>();
    private final PrintWriter err;
    private Runnable closing = () -> {};

    private LiveInput(PrintWriter err) {
        this.err = err;
    }

    /** Listens from now on: to a MIDI input, or if none is named to the keys. */
    static LiveInput open(@Nullable String name, PrintWriter err) throws IOException, InterruptedException {
        LiveInput input = new LiveInput(err);
        if (name == null) {
            input.openKeys();
        } else {
            input.openMidi(name);
        }
        return input;
    }

    BlockingQueue<Heard> queue() {
        return queue;
    }

    static long now() {
        return System.nanoTime() / 1_000;
    }

    @Override
    public void close() {
        closing.run();
    }

    private void openMidi(String name) throws IOException {
        MidiInput port = MidiInput.open(name, this::played);
        closing = port::close;
        if (Terminal.isThere()) {
            err.println("Play on \"" + port.name() + "\", and pause for an answer; Enter ends it.");
            listen(LiveInput::awaitEnter, "musicgen-enter");
        }
    }

    private void played(LiveEvent event) {
        if (event.event() instanceof ChannelEvent.NoteOn on && !on.isRelease()) {
            queue.add(new Heard.On(now(), on.key(), on.velocity()));
        } else if (event.event() instanceof ChannelEvent.NoteOn on) {
            queue.add(new Heard.Off(now(), on.key()));
        } else if (event.event() instanceof ChannelEvent.NoteOff off) {
            queue.add(new Heard.Off(now(), off.key()));
        }
    }

    private void openKeys() throws InterruptedException {
        Optional<RawTerminal> raw = RawTerminal.open();
        raw.ifPresent(terminal -> closing = terminal::close);
        err.println(PianoKeys.LEGEND);
        err.println("Play, and pause for an answer; q ends it."
                + (raw.isEmpty() ? " (This terminal wants Enter after the keys.)" : ""));
        listen(this::hearKeys, "musicgen-keys");
    }

    private void hearKeys() throws IOException {
        PianoKeys keys = new PianoKeys();
        for (int key = System.in.read();
                key != END_OF_INPUT && key != CONTROL_D && key != 'q';
                key = System.in.read()) {
            OptionalInt pitch = keys.pitch(key);
            if (pitch.isPresent()) {
                queue.add(new Heard.Struck(now(), pitch.getAsInt()));
            }
        }
    }

    private static void awaitEnter() throws IOException {
        int key = System.in.read();
        while (key != END_OF_INPUT && key != '\n') {
            key = System.in.read();
        }
    }

    /** What somebody listens to, until it is over. */
    private interface Listening {
        void untilOver() throws IOException;
    }

    /** On a thread that keeps nobody from leaving: a read cannot be interrupted. */
    private void listen(Listening listening, String name) {
        Thread thread = new Thread(
                () -> {
                    try {
                        listening.untilOver();
                    } catch (IOException unreadable) {
                        err.println("musicgen: standard input: " + unreadable.getMessage());
                    }
                    queue.add(new Heard.End());
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
