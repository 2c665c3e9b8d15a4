package io.github.musicgen.examples.cli.music;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Transmitter;
import javax.sound.midi.spi.MidiDeviceProvider;

/** A MIDI output without a cable, which remembers what it was sent; named in {@code META-INF/services}. */
public final class MemoryDevice extends MidiDeviceProvider {
    static final String NAME = "Memory piano";
    static final List<MidiMessage> MESSAGES = new CopyOnWriteArrayList<>();
    private static final Device DEVICE = new Device();

    static long count(int command) {
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
            return 0;
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
        public Transmitter getTransmitter() throws MidiUnavailableException {
            throw new MidiUnavailableException("an output only");
        }

        @Override
        public List<Transmitter> getTransmitters() {
            return List.of();
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
