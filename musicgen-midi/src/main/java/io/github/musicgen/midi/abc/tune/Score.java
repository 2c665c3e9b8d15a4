package io.github.musicgen.midi.abc.tune;

import io.github.musicgen.midi.abc.report.MalformedAbcException;
import io.github.musicgen.midi.abc.text.Field;
import io.github.musicgen.midi.abc.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tune as it is written: voices side by side on one line of time, no repeat played yet, and what holds for all of them. */
public final class Score {
    /** The most voices: beyond all music, and few enough to ask each of them now and then. */
    static final int MAX_VOICES = 256;

    public final TreeMap<Long, Meter> meters = new TreeMap<>();
    public final TreeMap<Long, Double> quartersPerMinute = new TreeMap<>();
    public final TreeMap<Long, Key> keys = new TreeMap<>();
    public final TreeMap<Long, String> chordSymbols = new TreeMap<>();
    public final TreeMap<Long, String> partLabels = new TreeMap<>();
    private final Place start;
    private final int number;
    private final String title;
    private final @Nullable Field partOrder;
    private final List<Voice> voices = new ArrayList<>();

    /** A tune without music that begins at a place in the text; its parts are in the order that a field {@code P:} says, if any. */
    public Score(Place start, int number, String title, @Nullable Field partOrder) {
        this.start = start;
        this.number = number;
        this.title = title;
        this.partOrder = partOrder;
    }

    /** Where the tune begins: faults that lie nowhere else are told there. */
    public Place start() {
        return start;
    }

    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    @Nullable
    public Field partOrder() {
        return partOrder;
    }

    public List<Voice> voices() {
        return voices;
    }

    @Nullable
    public Voice voice(String id) {
        return voices.stream().filter(voice -> voice.id.equals(id)).findFirst().orElse(null);
    }

    public void add(Voice voice, Place place) throws MalformedAbcException {
        if (voices.size() == MAX_VOICES) {
            throw place.malformed("a tune must have 1.." + MAX_VOICES + " voices, but had more");
        }
        voices.add(voice);
    }

    /** Whether all voices have been read up to the same time, so that a field may mean all of them. */
    public boolean isAligned() {
        return voices.stream().mapToLong(Voice::time).distinct().count() <= 1;
    }

    /** Where the last voice ends. */
    public long end() {
        return voices.stream().mapToLong(Voice::time).max().orElse(0);
    }

    /** The voice whose repeats hold for all: the first that has any, else the first. */
    @Nullable
    public Voice leader() {
        return voices.stream()
                .filter(voice -> voice.barMarks().stream().anyMatch(BarMark::isRepeat))
                .findFirst()
                .orElse(voices.isEmpty() ? null : voices.get(0));
    }
}
