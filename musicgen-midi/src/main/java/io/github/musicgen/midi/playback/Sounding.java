package io.github.musicgen.midi.playback;

import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.ShortMessage;

/** Remembers which keys and pedals are down on a device, so that all of them can be let go. */
final class Sounding {
    private static final int KEYS = 128;
    private static final int CHANNELS = 16;
    private static final int PEDAL_DOWN = 64;
    private static final List<Integer> PEDALS = List.of(64, 66, 69); // sustain, sostenuto, hold 2

    private final int[] keys = new int[CHANNELS * KEYS]; // [channels * keys]: how often each is struck and not released
    private final boolean[] pedals = new boolean[CHANNELS * KEYS]; // [channels * controllers]

    void sent(MidiMessage message) {
        if (!(message instanceof ShortMessage sent)) {
            return;
        }
        int index = sent.getChannel() * KEYS + sent.getData1();
        switch (sent.getCommand()) {
            case ShortMessage.NOTE_ON -> keys[index] = Math.max(0, keys[index] + (sent.getData2() > 0 ? 1 : -1));
            case ShortMessage.NOTE_OFF -> keys[index] = Math.max(0, keys[index] - 1);
            case ShortMessage.CONTROL_CHANGE ->
                pedals[index] = PEDALS.contains(sent.getData1()) && sent.getData2() >= PEDAL_DOWN;
            default -> {}
        }
    }

    /** The messages that let everything go: a note-off for each time that a key was struck, then the pedals. */
    List<ShortMessage> release() {
        List<ShortMessage> messages = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            for (; keys[i] > 0; keys[i]--) {
                messages.add(Messages.message(ShortMessage.NOTE_OFF, i / KEYS, i % KEYS, 0));
            }
        }
        for (int i = 0; i < pedals.length; i++) {
            if (pedals[i]) {
                pedals[i] = false;
                messages.add(Messages.message(ShortMessage.CONTROL_CHANGE, i / KEYS, i % KEYS, 0));
            }
        }
        return messages;
    }
}
