package io.github.musicgen.midi.abc;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tune as it is written: voices side by side on one line of time, no repeat played yet, and what holds for all of them. */
final class Score {
    /** The most voices: beyond all music, and few enough to ask each of them now and then. */
    static final int MAX_VOICES = 256;

    final TreeMap<Long, Meter> meters = new TreeMap<>();
    final TreeMap<Long, Double> quartersPerMinute = new TreeMap<>();
    final TreeMap<Long, Key> keys = new TreeMap<>();
    final TreeMap<Long, String> chordSymbols = new TreeMap<>();
    final TreeMap<Long, String> partLabels = new TreeMap<>();
    private final List<Voice> voices = new ArrayList<>();

    List<Voice> voices() {
        return voices;
    }

    @Nullable
    Voice voice(String id) {
        return voices.stream().filter(voice -> voice.id.equals(id)).findFirst().orElse(null);
    }

    void add(Voice voice, Place place) throws MalformedAbcException {
        if (voices.size() == MAX_VOICES) {
            throw new MalformedAbcException(place, "a tune must have 1.." + MAX_VOICES + " voices, but had more");
        }
        voices.add(voice);
    }

    /** Whether all voices have been read up to the same time, so that a field may mean all of them. */
    boolean isAligned() {
        return voices.stream().mapToLong(Voice::time).distinct().count() <= 1;
    }

    /** Where the last voice ends. */
    long end() {
        return voices.stream().mapToLong(Voice::time).max().orElse(0);
    }

    /** The voice whose repeats hold for all: the first that has any, else the first. */
    @Nullable
    Voice leader() {
        return voices.stream()
                .filter(voice -> voice.barMarks().stream().anyMatch(BarMark::isRepeat))
                .findFirst()
                .orElse(voices.isEmpty() ? null : voices.get(0));
    }
}
