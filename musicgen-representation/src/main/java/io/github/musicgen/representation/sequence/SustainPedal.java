package io.github.musicgen.representation.sequence;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The sustain pedal of one part: when it is down, and what that does to the notes. */
final class SustainPedal {
    private static final int DOWN_FROM = 64;
    private static final long NEVER = Long.MAX_VALUE;

    private final NavigableMap<Long, Long> liftsByPress = new TreeMap<>(); // disjoint spans while it is down

    private SustainPedal(Part part, long endTick) {
        long pressed = NEVER;
        for (ControlChange change : part.controlChanges()) {
            boolean down = change.value() >= DOWN_FROM;
            if (change.controller() != ControlChange.SUSTAIN || down == (pressed != NEVER)) {
                continue;
            }
            if (down) {
                pressed = change.tick();
            } else {
                addSpan(pressed, change.tick());
                pressed = NEVER;
            }
        }
        if (pressed != NEVER) {
            addSpan(pressed, endTick);
        }
    }

    private void addSpan(long press, long lift) {
        if (lift > press) {
            liftsByPress.put(press, lift);
        }
    }

    static NoteSequence applied(NoteSequence sequence) {
        return sequence.withParts(sequence.parts().stream()
                .map(part -> part.drums() ? part : applied(part, sequence.endTick()))
                .toList());
    }

    private static Part applied(Part part, long endTick) {
        SustainPedal pedal = new SustainPedal(part, endTick);
        return new Part(
                part.name(),
                part.program(),
                part.drums(),
                pedal.sustained(part.notes()),
                part.controlChanges().stream()
                        .filter(change -> change.controller() != ControlChange.SUSTAIN)
                        .toList(),
                part.pitchBends(),
                part.lyrics());
    }

    private List<Note> sustained(List<Note> notes) {
        Map<Integer, NavigableSet<Long>> strikes =
                new HashMap<>(); // by pitch: when it is struck while the pedal is down
        for (Note note : notes) {
            if (liftAfter(note.startTick()) > note.startTick()) {
                strikes.computeIfAbsent(note.pitch(), pitch -> new TreeSet<>()).add(note.startTick());
            }
        }
        return notes.stream()
                .map(note -> sustained(note, strikes.getOrDefault(note.pitch(), Collections.emptyNavigableSet())))
                .toList();
    }

    private Note sustained(Note note, NavigableSet<Long> strikes) {
        long end = liftAfter(note.endTick());
        Long struckAgain = strikes.higher(note.startTick());
        return note.withTicks(note.startTick(), struckAgain != null ? Math.min(end, struckAgain) : end);
    }

    /** When the pedal that is down at a tick is lifted; the tick itself if it is up. */
    private long liftAfter(long tick) {
        Map.Entry<Long, Long> span = liftsByPress.floorEntry(tick);
        return span == null ? tick : Math.max(tick, span.getValue());
    }
}
