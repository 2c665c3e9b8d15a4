package io.github.musicgen.midi.playback;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sound.midi.MidiMessage;
import javax.sound.midi.ShortMessage;

/**
 * What a device must be told when playing begins in the middle: programs, controllers, bends and pressures as they would be had
 * everything before been played. Of most of them the last one is enough. Those that only mean something in their order (banks,
 * parameter numbers with their values, modes, system exclusive bytes) are sent again as they are.
 */
final class Chase {
    private static final Set<Integer> IN_ORDER =
            Set.of(0, 32, 6, 38, 96, 97, 98, 99, 100, 101, 121, 122, 124, 125, 126, 127);
    private static final Set<Integer> FOR_NOTES_ALONE = Set.of(120, 123);
    private static final Set<Integer> WITHOUT_REST = Set.of(6, 38, 96, 97, 98, 99, 100, 101);
    private static final int FIRST_MODE = 120;
    private static final int CENTER = 64;

    private final List<Cue> cues;
    private final SortedSet<Integer> everSet; // banks (control changes) sort before programs, as they must be sent

    Chase(List<Cue> cues) {
        this.cues = cues;
        this.everSet = new TreeSet<>();
        cues.forEach(cue -> {
            if (isState(cue.message())) {
                everSet.add(key(cue.message()));
            }
        });
    }

    /** The state before a cue. What the music sets only later is at rest, in case that was played already. */
    List<MidiMessage> before(int index) {
        Deque<MidiMessage> kept = new ArrayDeque<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = index - 1; i >= 0; i--) {
            MidiMessage message = cues.get(i).message();
            if (!(message instanceof ShortMessage)) {
                kept.addFirst(message);
            } else if (isState(message) && (seen.add(key(message)) || isInOrder(message))) {
                kept.addFirst(message);
            }
        }
        List<MidiMessage> messages = new ArrayList<>();
        everSet.stream().filter(key -> !seen.contains(key) && hasRest(key)).forEach(key -> messages.add(rest(key)));
        messages.addAll(kept);
        return messages;
    }

    private static boolean isState(MidiMessage message) {
        if (!(message instanceof ShortMessage sent)) {
            return false;
        }
        return switch (sent.getCommand()) {
            case ShortMessage.CONTROL_CHANGE -> !FOR_NOTES_ALONE.contains(sent.getData1());
            case ShortMessage.PROGRAM_CHANGE, ShortMessage.PITCH_BEND, ShortMessage.CHANNEL_PRESSURE -> true;
            default -> false;
        };
    }

    private static boolean isInOrder(MidiMessage message) {
        return isControl(message.getStatus()) && IN_ORDER.contains(((ShortMessage) message).getData1());
    }

    private static boolean isControl(int status) {
        return (status & 0xF0) == ShortMessage.CONTROL_CHANGE;
    }

    /** One number for all messages of which the last one holds: the status, with the channel in it, and the controller. */
    private static int key(MidiMessage message) {
        return message.getStatus() << 7 | (isControl(message.getStatus()) ? ((ShortMessage) message).getData1() : 0);
    }

    private static boolean hasRest(int key) {
        int controller = key & 0x7F;
        return !isControl(key >> 7) || (controller < FIRST_MODE && !WITHOUT_REST.contains(controller));
    }

    private static MidiMessage rest(int key) {
        int status = key >> 7;
        int channel = status & 0xF;
        int command = status & 0xF0;
        return switch (command) {
            case ShortMessage.CONTROL_CHANGE ->
                Messages.message(command, channel, key & 0x7F, restOfController(key & 0x7F));
            case ShortMessage.PITCH_BEND -> Messages.message(command, channel, 0, CENTER);
            default -> Messages.message(command, channel, 0, 0);
        };
    }

    /** As General MIDI 2 wants a device to be when it is switched on. */
    private static int restOfController(int controller) {
        return switch (controller) {
            case 7 -> 100;
            case 8, 10, 71, 72, 73, 74, 75, 76, 77, 78 -> CENTER;
            case 11 -> 127;
            case 91 -> 40;
            default -> 0;
        };
    }
}
