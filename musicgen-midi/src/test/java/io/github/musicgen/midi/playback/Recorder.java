package io.github.musicgen.midi.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.Receiver;
import javax.sound.midi.ShortMessage;

/** A receiver that writes down what it gets. */
final class Recorder implements Receiver {
    private final List<ShortMessage> messages = new CopyOnWriteArrayList<>();

    @Override
    public void send(MidiMessage message, long timeStamp) {
        messages.add((ShortMessage) message);
    }

    @Override
    public void close() {}

    /** What came since this was last asked for, as "on 0:60", "control 0:64=127" and so on. */
    List<String> take() {
        List<String> taken = messages.stream().map(Recorder::describe).toList();
        messages.clear();
        return taken;
    }

    /** How often keys are down at the end, and how many pedals: what a synthesizer would still play. */
    List<String> stillDown() {
        List<String> down = new ArrayList<>();
        for (ShortMessage message : messages) {
            String key = message.getChannel() + ":" + message.getData1();
            switch (message.getCommand()) {
                case ShortMessage.NOTE_ON -> down.add(key);
                case ShortMessage.NOTE_OFF -> down.remove(key);
                case ShortMessage.CONTROL_CHANGE -> {
                    down.remove("pedal " + key);
                    if (message.getData1() == 64 && message.getData2() >= 64) {
                        down.add("pedal " + key);
                    }
                }
                default -> {}
            }
        }
        return down;
    }

    private static String describe(ShortMessage message) {
        String first = message.getChannel() + ":" + message.getData1();
        return switch (message.getCommand()) {
            case ShortMessage.NOTE_ON -> "on " + first;
            case ShortMessage.NOTE_OFF -> "off " + first;
            case ShortMessage.PROGRAM_CHANGE -> "program " + first;
            case ShortMessage.CONTROL_CHANGE -> "control " + first + "=" + message.getData2();
            case ShortMessage.PITCH_BEND ->
                String.format(
                        Locale.ROOT,
                        "bend %d:%d",
                        message.getChannel(),
                        (message.getData2() << 7 | message.getData1()) - 8192);
            default -> message.toString();
        };
    }
}
