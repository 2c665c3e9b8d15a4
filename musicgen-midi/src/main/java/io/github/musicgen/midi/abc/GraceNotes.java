package io.github.musicgen.midi.abc;

import java.util.ArrayList;
import java.util.List;

/**
 * The grace notes before a main note. They begin where it is written and take their time from it: a 64th note each, but
 * together never more than a quarter of it.
 */
final class GraceNotes {
    /** Those of a note without any; stays empty. */
    static final GraceNotes NONE = new GraceNotes();

    private static final long LENGTH = FineTime.WHOLE / 64;
    private static final int LARGEST_SHARE = 4;

    private final List<Tone> tones = new ArrayList<>();

    void add(Tone tone) {
        tones.add(tone);
    }

    boolean isEmpty() {
        return tones.isEmpty();
    }

    /** Writes them into the score and returns how long they take. */
    long write(long time, Sound main, List<ScoreNote> notes) {
        if (tones.isEmpty()) {
            return 0;
        }
        long each = Math.min(LENGTH, main.length() / LARGEST_SHARE / tones.size());
        for (int i = 0; i < tones.size(); i++) {
            notes.add(new ScoreNote(time + i * each, each, tones.get(i).pitch(), main.velocity(), false));
        }
        return each * tones.size();
    }
}
