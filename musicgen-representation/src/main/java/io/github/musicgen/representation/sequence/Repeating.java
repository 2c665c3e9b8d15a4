package io.github.musicgen.representation.sequence;

import io.github.musicgen.representation.time.Ticks;
import java.util.Collections;

/** Plays music several times over. */
final class Repeating {
    private static final int MAX_EVENTS = 1 << 24;

    private Repeating() {}

    static NoteSequence times(NoteSequence sequence, long times) {
        if (times < 1) {
            throw new IllegalArgumentException("times to repeat must be 1 or more, but were " + times);
        }
        long most = MAX_EVENTS / (1 + events(sequence));
        if (times > 1 && times > most) {
            throw new IllegalArgumentException(
                    "music of " + events(sequence) + " notes and other events must be repeated 1.." + Math.max(1, most)
                            + " times, but was to be " + times + " times");
        }
        return Joining.joined(Collections.nCopies((int) times, sequence));
    }

    static NoteSequence until(NoteSequence sequence, long endTick) {
        Ticks.require("end of the repeated music", endTick);
        if (sequence.endTick() == 0) {
            throw new IllegalArgumentException("music to repeat until a tick must last 1 tick or more, but was 0");
        }
        long times = (endTick + sequence.endTick() - 1) / sequence.endTick();
        return times(sequence, Math.max(1, times)).trim(0, endTick);
    }

    private static long events(NoteSequence sequence) {
        long ofParts = sequence.parts().stream().mapToLong(Repeating::events).sum();
        return ofParts
                + sequence.tempoMap().tempos().size()
                + sequence.meterMap().timeSignatures().size()
                + sequence.keySignatures().size()
                + sequence.chordSymbols().size()
                + sequence.markers().size();
    }

    private static long events(Part part) {
        return 1L
                + part.notes().size()
                + part.controlChanges().size()
                + part.pitchBends().size()
                + part.lyrics().size();
    }
}
