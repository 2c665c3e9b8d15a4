package io.github.musicgen.midi.abc;

import java.util.ArrayList;
import java.util.List;

/**
 * Grace notes that wait for their main note. They begin where it is written and take their time from it: a 64th note each, but
 * together never more than a quarter of it.
 */
final class GraceNotes {
    private static final long LENGTH = FineTime.WHOLE / 64;
    private static final int LARGEST_SHARE = 4;

    private final List<Tone> waiting = new ArrayList<>();

    void add(Tone tone) {
        waiting.add(tone);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Writes them into the score and returns how long they take. */
    long write(long time, Sound main, List<ScoreNote> notes) {
        if (waiting.isEmpty()) {
            return 0;
        }
        long each = Math.min(LENGTH, main.length() / LARGEST_SHARE / waiting.size());
        for (int i = 0; i < waiting.size(); i++) {
            notes.add(new ScoreNote(time + i * each, each, waiting.get(i).pitch(), main.velocity(), false));
        }
        long all = each * waiting.size();
        waiting.clear();
        return all;
    }
}
