package io.github.musicgen.midi.playback;

import io.github.musicgen.midi.smf.MidiEvent;
import java.util.List;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;

/**
 * An open MIDI device that plays what it is sent: an instrument, or a synthesizer in software.
 *
 * <pre>{@code
 * try (MidiOutput piano = MidiOutput.open("digital piano")) {
 *     piano.send(new ChannelEvent.NoteOn(0, 0, 60, 100));
 *     Thread.sleep(500);
 *     piano.send(new ChannelEvent.NoteOff(0, 0, 60, 0));
 * }
 * }</pre>
 *
 * <p>May be used by several threads. Closing lets everything go that is still down.
 */
public final class MidiOutput implements AutoCloseable {
    private static final long AT_ONCE = -1;

    private final MidiDevice device;
    private final Receiver port;
    private final Receiver receiver = new Tracking();
    private final Sounding sounding = new Sounding();

    private MidiOutput(MidiDevice device, Receiver port) {
        this.device = device;
        this.port = port;
    }

    /**
     * Lists the outputs of this machine.
     *
     * @return their names, in the order of the system; empty if there is none
     */
    public static List<String> names() {
        return PortDirection.OUTPUT.names();
    }

    /**
     * Opens an output.
     *
     * @param name its name, or a part that no other has; case does not matter
     * @return the open output
     * @throws MidiPortException if there is none of that name or several, or if it cannot be opened
     */
    public static MidiOutput open(String name) throws MidiPortException {
        return open(PortDirection.OUTPUT.find(name));
    }

    /**
     * Opens the synthesizer of the JDK, or what its configuration puts in that place.
     *
     * @return the open output
     * @throws MidiPortException if there is none, or if it cannot be opened, as on a machine without an audio device
     */
    public static MidiOutput openDefault() throws MidiPortException {
        try {
            return open(MidiSystem.getSynthesizer());
        } catch (MidiUnavailableException none) {
            throw new MidiPortException("there is no synthesizer: " + none.getMessage(), none);
        }
    }

    private static MidiOutput open(MidiDevice device) throws MidiPortException {
        PortDirection.open(device);
        try {
            return new MidiOutput(device, device.getReceiver());
        } catch (MidiUnavailableException refused) {
            device.close();
            throw new MidiPortException(
                    "\"" + PortDirection.nameOf(device) + "\" takes no messages: " + refused.getMessage(), refused);
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

    /**
     * Sends an event now, whatever its tick is.
     *
     * @param event the event; what only a file says is not sent
     * @throws IllegalStateException if the output is closed
     */
    public void send(MidiEvent event) {
        Messages.of(event).ifPresent(message -> receiver.send(message, AT_ONCE));
    }

    /**
     * The same output for a {@link Player}, or for messages of the JDK.
     *
     * @return a receiver; closing it does nothing, this output stays open
     */
    @SuppressWarnings("exports") // who uses this requires java.desktop anyway
    public Receiver receiver() {
        return receiver;
    }

    /** Lets go what is down and closes the device. Closing again does nothing. */
    @Override
    public void close() {
        synchronized (sounding) {
            if (device.isOpen()) {
                sounding.release().forEach(message -> port.send(message, AT_ONCE));
                port.close();
                device.close();
            }
        }
    }

    /** Knows what goes through it. */
    private final class Tracking implements Receiver {
        @Override
        public void send(MidiMessage message, long timeStamp) {
            synchronized (sounding) {
                port.send(message, timeStamp);
                sounding.sent(message);
            }
        }

        @Override
        public void close() {
            // The output is closed by who opened it.
        }
    }
}
