package io.github.musicgen.midi.musicxml.playing;

import java.util.ArrayList;
import java.util.List;

/**
 * The notes of one voice that began together, and where grace notes behind them cut them off.
 *
 * <p>Each cut is for all notes that are in the chord by then. They are made in one go at the end, because there may be as many
 * cuts as notes: a file of a few megabytes would keep a reader that makes each at once busy for minutes.
 */
final class VoiceChord {
    private final long start;
    private final List<SoundingNote> notes = new ArrayList<>();
    private final List<Cut> cuts = new ArrayList<>();

    /** For the first so many notes. */
    private record Cut(int notes, long time) {}

    VoiceChord(long start) {
        this.start = start;
    }

    long start() {
        return start;
    }

    /** Adds a note that may be cut from now on: no tie makes it longer any more. */
    void add(SoundingNote note) {
        notes.add(note);
    }

    void cutAt(long time) {
        cuts.add(new Cut(notes.size(), time));
    }

    /** Makes the cuts. From the last note to the first, each is cut by what cut the one behind it and by what came between. */
    void shorten() {
        long earliest = Long.MAX_VALUE;
        int cut = cuts.size() - 1;
        for (int note = notes.size() - 1; note >= 0; note--) {
            while (cut >= 0 && cuts.get(cut).notes > note) {
                earliest = Math.min(earliest, cuts.get(cut--).time);
            }
            notes.get(note).end = Math.min(notes.get(note).end, earliest);
        }
    }
}
