package io.github.musicgen.examples.cli.music;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Transmitter;
import javax.sound.midi.spi.MidiDeviceProvider;
import org.jspecify.annotations.Nullable;

/** A MIDI port without a cable, which remembers what it was sent and plays what it is told; named in {@code META-INF/services}. */
public final class MemoryDevice extends MidiDeviceProvider {
    public static final String NAME = "Memory piano";
    public static final List<MidiMessage> MESSAGES = new CopyOnWriteArrayList<>();
    private static final BlockingQueue<Receiver> LISTENERS = new LinkedBlockingQueue<>();
    private static final Device DEVICE = new Device();

    /** Waits until somebody listens to this port, and plays to the last who did from now on. */
    public static void awaitListener() throws InterruptedException {
        Receiver first = LISTENERS.take();
        LISTENERS.add(first);
    }

    /** Plays something to whoever listens. */
    public static void play(MidiMessage message) {
        LISTENERS.forEach(listener -> listener.send(message, -1));
    }

    public static long count(int command) {
        return MESSAGES.stream()
                .filter(message -> message instanceof ShortMessage sent && sent.getCommand() == command)
                .count();
    }

    @Override
    public MidiDevice.Info[] getDeviceInfo() {
        return new MidiDevice.Info[] {DEVICE.info};
    }

    @Override
    public MidiDevice getDevice(MidiDevice.Info info) {
        if (!info.equals(DEVICE.info)) {
            throw new IllegalArgumentException("not ours: " + info);
        }
        return DEVICE;
    }

    private static final class Device implements MidiDevice {
        private final Info info = new Info(NAME, "tests", "in memory", "1") {};
        private boolean open;

        @Override
        public Info getDeviceInfo() {
            return info;
        }

        @Override
        public void open() {
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
            return -1;
        }

        @Override
        public int getMaxTransmitters() {
            return -1;
        }

        @Override
        public Receiver getReceiver() {
            return new Port();
        }

        @Override
        public List<Receiver> getReceivers() {
            return List.of();
        }

        @Override
        public Transmitter getTransmitter() {
            return new Cable();
        }

        @Override
        public List<Transmitter> getTransmitters() {
            return List.of();
        }
    }

    private static final class Cable implements Transmitter {
        private @Nullable Receiver receiver;

        @Override
        public void setReceiver(Receiver newReceiver) {
            receiver = newReceiver;
            LISTENERS.add(newReceiver);
        }

        @Override
        public @Nullable Receiver getReceiver() {
            return receiver;
        }

        @Override
        public void close() {
            if (receiver != null) {
                LISTENERS.remove(receiver);
            }
        }
    }

    private static final class Port implements Receiver {
        @Override
        public void send(MidiMessage message, long timeStamp) {
            MESSAGES.add(message);
        }

        @Override
        public void close() {}
    }
}
