package io.github.musicgen.midi.musicxml.playing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes whose tie waits for its other end. */
final class OpenTies {
    private final Map<End, Map<String, Deque<SoundingNote>>> byEnd = new HashMap<>(); // then by voice

    private record End(int pitch, long tick) {}

    void add(SoundingNote note) {
        byEnd.computeIfAbsent(new End(note.pitch, note.end), end -> new LinkedHashMap<>())
                .computeIfAbsent(note.voice, voice -> new ArrayDeque<>())
                .add(note);
    }

    /** Takes the note that a tie ends at, one of the same voice if there is one; null if none waits. */
    @Nullable
    SoundingNote take(int pitch, long start, String voice) {
        End end = new End(pitch, start);
        Map<String, Deque<SoundingNote>> byVoice = byEnd.get(end);
        if (byVoice == null) {
            return null;
        }
        String from =
                byVoice.containsKey(voice) ? voice : byVoice.keySet().iterator().next();
        Deque<SoundingNote> waiting = byVoice.getOrDefault(from, new ArrayDeque<>());
        SoundingNote note = waiting.poll();
        if (waiting.isEmpty()) {
            byVoice.remove(from);
        }
        if (byVoice.isEmpty()) {
            byEnd.remove(end);
        }
        return note;
    }
}
