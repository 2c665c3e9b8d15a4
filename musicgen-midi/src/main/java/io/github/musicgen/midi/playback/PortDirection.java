package io.github.musicgen.midi.playback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Sequencer;

/** The ports of one direction, and how one of them is found. Sequencers count as devices to the JDK, but are no ports. */
enum PortDirection {
    OUTPUT("output") {
        @Override
        boolean has(MidiDevice device) {
            return device.getMaxReceivers() != 0;
        }
    },
    INPUT("input") {
        @Override
        boolean has(MidiDevice device) {
            return device.getMaxTransmitters() != 0;
        }
    };

    private final String title;

    PortDirection(String title) {
        this.title = title;
    }

    abstract boolean has(MidiDevice device);

    List<String> names() {
        return devices().stream().map(PortDirection::nameOf).toList();
    }

    /** The device of this name; else the only one whose name contains it. Case does not matter. */
    MidiDevice find(String name) throws MidiPortException {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<MidiDevice> devices = devices();
        Optional<MidiDevice> exact = devices.stream()
                .filter(device -> lowerName(device).equals(wanted))
                .findFirst();
        List<MidiDevice> similar = matching(devices, device -> lowerName(device).contains(wanted));
        if (exact.isEmpty() && similar.size() != 1) {
            String problem = similar.isEmpty()
                    ? "there is no MIDI " + title + " \"" + name + "\"; there " + inventory(devices)
                    : "several MIDI " + title + "s have \"" + name + "\" in their names: " + quoted(similar);
            throw new MidiPortException(problem);
        }
        return exact.orElseGet(() -> similar.get(0));
    }

    /** Opens a device; what goes wrong with it becomes a sentence. */
    static void open(MidiDevice device) throws MidiPortException {
        try {
            device.open();
        } catch (MidiUnavailableException | IllegalArgumentException | SecurityException refused) {
            // The JDK's synthesizer says "Can not open line", or that no line matches, where there is no sound card.
            throw new MidiPortException(
                    "\"" + nameOf(device) + "\" cannot be opened: " + refused.getMessage()
                            + (device instanceof javax.sound.midi.Synthesizer ? " (is there an audio device?)" : ""),
                    refused);
        }
    }

    static String nameOf(MidiDevice device) {
        return device.getDeviceInfo().getName();
    }

    private static String lowerName(MidiDevice device) {
        return nameOf(device).toLowerCase(Locale.ROOT);
    }

    private List<MidiDevice> devices() {
        List<MidiDevice> all = Arrays.stream(MidiSystem.getMidiDeviceInfo())
                .flatMap(info -> device(info).stream())
                .toList();
        return matching(all, device -> !(device instanceof Sequencer) && has(device));
    }

    /** A device may be unplugged after it was listed. */
    private static Optional<MidiDevice> device(MidiDevice.Info info) {
        try {
            return Optional.of(MidiSystem.getMidiDevice(info));
        } catch (MidiUnavailableException | IllegalArgumentException gone) {
            return Optional.empty();
        }
    }

    private static List<MidiDevice> matching(List<MidiDevice> devices, Predicate<MidiDevice> condition) {
        return devices.stream().filter(condition).toList();
    }

    private static String inventory(List<MidiDevice> devices) {
        return devices.isEmpty() ? "are none" : (devices.size() == 1 ? "is " : "are ") + quoted(devices);
    }

    private static String quoted(List<MidiDevice> devices) {
        return devices.stream().map(device -> "\"" + nameOf(device) + "\"").collect(Collectors.joining(", "));
    }
}
