package io.github.musicgen.midi.playback;

import java.util.List;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Transmitter;
import org.jspecify.annotations.Nullable;

/** A device without a cable: what is sent to it is written down, and tests play on it. */
final class MemoryDevice implements MidiDevice {
    private final Info info;
    private final boolean output;
    private final boolean busy;
    private boolean open;
    private final Recorder recorder = new Recorder();
    private @Nullable Receiver listener;

    MemoryDevice(String name, boolean output, boolean busy) {
        this.info = new Info(name, "tests", "in memory", "1") {};
        this.output = output;
        this.busy = busy;
    }

    Recorder recorder() {
        return recorder;
    }

    @Nullable
    Receiver listener() {
        return listener;
    }

    @Override
    public Info getDeviceInfo() {
        return info;
    }

    @Override
    public void open() throws MidiUnavailableException {
        if (busy) {
            throw new MidiUnavailableException("in use by another program");
        }
        open = true;
    }

    @Override
    public void close() {
        open = false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public long getMicrosecondPosition() {
        return -1;
    }

    @Override
    public int getMaxReceivers() {
        return output ? -1 : 0;
    }

    @Override
    public int getMaxTransmitters() {
        return output ? 0 : -1;
    }

    @Override
    public Receiver getReceiver() {
        return recorder;
    }

    @Override
    public List<Receiver> getReceivers() {
        return List.of();
    }

    @Override
    public Transmitter getTransmitter() {
        return new Transmitter() {
            @Override
            public void setReceiver(@Nullable Receiver receiver) {
                listener = receiver;
            }

            @Override
            public @Nullable Receiver getReceiver() {
                return listener;
            }

            @Override
            public void close() {
                listener = null;
            }
        };
    }

    @Override
    public List<Transmitter> getTransmitters() {
        return List.of();
    }
}
