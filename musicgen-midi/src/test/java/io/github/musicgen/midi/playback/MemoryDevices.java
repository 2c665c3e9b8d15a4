package io.github.musicgen.midi.playback;

import java.util.List;
import javax.sound.midi.MidiDevice;
import javax.sound.midi.spi.MidiDeviceProvider;

/** Plugs some {@link MemoryDevice}s into the JDK; named in {@code META-INF/services}. */
public final class MemoryDevices extends MidiDeviceProvider {
    static final MemoryDevice PIANO = new MemoryDevice("Memory piano", true, false);
    static final MemoryDevice BUSY = new MemoryDevice("Memory organ", true, true);
    static final MemoryDevice KEYBOARD = new MemoryDevice("Memory keyboard", false, false);
    private static final List<MemoryDevice> ALL = List.of(PIANO, BUSY, KEYBOARD);

    @Override
    public MidiDevice.Info[] getDeviceInfo() {
        return ALL.stream().map(MemoryDevice::getDeviceInfo).toArray(MidiDevice.Info[]::new);
    }

    @Override
    public MidiDevice getDevice(MidiDevice.Info info) {
        return ALL.stream()
                .filter(device -> device.getDeviceInfo().equals(info))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not one of ours: " + info));
    }
}
