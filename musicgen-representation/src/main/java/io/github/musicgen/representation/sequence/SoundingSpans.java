package io.github.musicgen.representation.sequence;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Where music sounds: the spans of its notes, those that overlap made one. */
final class SoundingSpans {
    private final NavigableMap<Long, Long> endsByStart = new TreeMap<>();

    SoundingSpans(NoteSequence sequence) {
        sequence.notes().sorted().forEach(this::add);
    }

    private void add(Note note) {
        Map.Entry<Long, Long> last = endsByStart.lastEntry();
        boolean overlaps = last != null && note.startTick() < last.getValue();
        endsByStart.merge(overlaps ? last.getKey() : note.startTick(), note.endTick(), Math::max);
    }

    /** Whether a note sounds both before and after a tick. */
    boolean cross(long tick) {
        Map.Entry<Long, Long> span = endsByStart.lowerEntry(tick);
        return span != null && span.getValue() > tick;
    }

    /** Where silences longer than some length end, one before the first note included. */
    LongStream endsOfSilences(long longerThanTicks) {
        LongStream.Builder ends = LongStream.builder();
        long silentFrom = 0;
        for (Map.Entry<Long, Long> span : endsByStart.entrySet()) {
            if (span.getKey() - silentFrom > longerThanTicks) {
                ends.add(span.getKey());
            }
            silentFrom = span.getValue();
        }
        return ends.build();
    }
}
