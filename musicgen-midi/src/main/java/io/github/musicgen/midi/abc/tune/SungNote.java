package io.github.musicgen.midi.abc.tune;

import java.util.ArrayList;
import java.util.List;

/** A note that syllables may stand under. */
public final class SungNote {
    private final long time;
    private final int bar;
    private final List<String> verses = new ArrayList<>(1);

    /** A note in a bar, counted from 0. */
    SungNote(long time, int bar) {
        this.time = time;
        this.bar = bar;
    }

    public long time() {
        return time;
    }

    public int bar() {
        return bar;
    }

    /** Adds the syllable of the next verse; an empty one if that verse has none here. */
    public void sing(String syllable) {
        verses.add(syllable);
    }

    /** What is sung when the note is played for the n-th time, counted from 0: the last verse stays. */
    public String syllable(int pass) {
        return verses.isEmpty() ? "" : verses.get(Math.min(pass, verses.size() - 1));
    }
}
