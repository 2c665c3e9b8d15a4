package io.github.musicgen.midi;

import io.github.musicgen.representation.sequence.Lyric;
import io.github.musicgen.representation.sequence.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the part that sings words which stand in a track of their own. */
final class LyricMatch {

    private LyricMatch() {}

    /**
     * Gives lyrics to the part that has the most notes beginning where syllables stand, the first of equals. If there is no part
     * at all, they become one.
     */
    static List<Part> place(List<Lyric> lyrics, List<Part> parts) {
        if (lyrics.isEmpty()) {
            return parts;
        }
        List<Part> placed =
                new ArrayList<>(parts.isEmpty() ? List.of(Part.builder("").build()) : parts);
        int singer = singer(lyrics, placed);
        Part.Builder sung = placed.get(singer).toBuilder();
        lyrics.forEach(lyric -> sung.lyric(lyric.tick(), lyric.text()));
        placed.set(singer, sung.build());
        return placed;
    }

    private static int singer(List<Lyric> lyrics, List<Part> parts) {
        Set<Long> ticks = new HashSet<>();
        lyrics.forEach(lyric -> ticks.add(lyric.tick()));
        int best = 0;
        long most = -1;
        for (int i = 0; i < parts.size(); i++) {
            long matches = parts.get(i).notes().stream()
                    .filter(note -> ticks.contains(note.startTick()))
                    .count();
            if (matches > most && !parts.get(i).drums()) {
                best = i;
                most = matches;
            }
        }
        return best;
    }
}
