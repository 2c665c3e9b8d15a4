package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.TickEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What holds in music at some tick, found by reading all events from the start: two sequences of like states sound alike. */
final class Holding {
    private Holding() {}

    /** Every tick at which a state may change. */
    static Set<Long> ticksOf(NoteSequence sequence) {
        Set<Long> ticks = new TreeSet<>();
        List<TickEvent<?>> events = new ArrayList<>(sequence.tempoMap().tempos());
        events.addAll(sequence.meterMap().timeSignatures());
        events.addAll(sequence.keySignatures());
        events.addAll(sequence.chordSymbols());
        for (Part part : sequence.parts()) {
            events.addAll(part.controlChanges());
            events.addAll(part.pitchBends());
        }
        events.forEach(event -> ticks.add(event.tick()));
        return ticks;
    }

    /** All states at a tick by a name for each. */
    static Map<String, Object> at(NoteSequence sequence, long tick) {
        Map<String, Object> states = new HashMap<>();
        states.put("tempo", sequence.tempoMap().tempoAt(tick).microsecondsPerQuarter());
        states.put("meter", sequence.meterMap().timeSignatureAt(tick).withTick(0));
        read(sequence.keySignatures(), tick, "key", states);
        read(sequence.chordSymbols(), tick, "chord", states);
        for (int i = 0; i < sequence.parts().size(); i++) {
            read(sequence.parts().get(i).pitchBends(), tick, "bend of part " + i, states);
            readControllers(sequence.parts().get(i).controlChanges(), tick, "part " + i + " ", states);
        }
        return states;
    }

    private static <E extends TickEvent<E>> void read(
            List<E> events, long tick, String name, Map<String, Object> states) {
        for (E event : events) {
            if (event.tick() <= tick) {
                states.put(name, event.withTick(0));
            }
        }
    }

    private static void readControllers(
            List<ControlChange> changes, long tick, String part, Map<String, Object> states) {
        String number = "none";
        int coarse = 127;
        int fine = 127;
        for (ControlChange change : changes) {
            int controller = change.controller();
            if (change.tick() > tick || controller == 96 || controller == 97 || controller >= 120) {
                continue;
            }
            if (controller >= 98 && controller <= 101) {
                String kind = controller < 100 ? "free" : "registered";
                boolean switched = !number.startsWith(kind);
                coarse = controller % 2 == 1 ? change.value() : switched ? 127 : coarse;
                fine = controller % 2 == 0 ? change.value() : switched ? 127 : fine;
                number = kind + coarse + "/" + fine;
            } else if (controller == 6 || controller == 38) {
                states.put(
                        part + "data " + controller + " of " + number.replace("none", "registered127/127"),
                        change.value());
            } else {
                states.put(part + "controller " + controller, change.value());
            }
        }
    }
}
