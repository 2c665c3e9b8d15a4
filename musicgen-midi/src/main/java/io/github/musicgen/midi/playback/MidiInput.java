package io.github.musicgen.midi.playback;

import java.util.List;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Transmitter;

/**
 * An open MIDI device that somebody plays on: a keyboard, pads, another program.
 *
 * <pre>{@code
 * try (MidiInput keyboard = MidiInput.open("keyboard", event -> System.out.println(event))) {
 *     Thread.sleep(10_000);
 * }
 * }</pre>
 */
public final class MidiInput implements AutoCloseable {
    private final MidiDevice device;
    private final Transmitter transmitter;

    private MidiInput(MidiDevice device, Transmitter transmitter) {
        this.device = device;
        this.transmitter = transmitter;
    }

    /**
     * Lists the inputs of this machine.
     *
     * @return their names, in the order of the system; empty if there is none
     */
    public static List<String> names() {
        return PortDirection.INPUT.names();
    }

    /**
     * Opens an input and listens to it until it is closed.
     *
     * @param name its name, or a part that no other has; case does not matter
     * @param listener is told everything that is played on the sixteen channels; clocks and system messages are left out
     * @return the open input
     * @throws MidiPortException if there is none of that name or several, or if it cannot be opened
     */
    public static MidiInput open(String name, LiveListener listener) throws MidiPortException {
        MidiDevice device = PortDirection.INPUT.find(name);
        PortDirection.open(device);
        try {
            Transmitter transmitter = device.getTransmitter();
            transmitter.setReceiver(new Hearing(listener, System.nanoTime()));
            return new MidiInput(device, transmitter);
        } catch (MidiUnavailableException refused) {
            device.close();
            throw new MidiPortException(
                    "\"" + PortDirection.nameOf(device) + "\" sends no messages: " + refused.getMessage(), refused);
        }
    }

    /**
     * Tells which device this is.
     *
     * @return its name
     */
    public String name() {
        return PortDirection.nameOf(device);
    }

    /** Listens no more. Closing again does nothing. */
    @Override
    public void close() {
        transmitter.close();
        device.close();
    }

    /** Turns messages into events. A device without time stamps of its own gets those of the system's clock. */
    private record Hearing(LiveListener listener, long openedNanos) implements Receiver {
        @Override
        public void send(MidiMessage message, long timeStamp) {
            long microseconds = timeStamp >= 0 ? timeStamp : (System.nanoTime() - openedNanos) / 1_000;
            Messages.toEvent(message, 0).ifPresent(event -> listener.played(new LiveEvent(microseconds, event)));
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
