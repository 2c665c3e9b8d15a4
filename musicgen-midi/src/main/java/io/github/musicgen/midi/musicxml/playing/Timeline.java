package io.github.musicgen.midi.musicxml.playing;

import io.github.musicgen.midi.musicxml.playing.TimedMeasure.TimedMark;
import io.github.musicgen.midi.musicxml.score.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Marks of one kind that hold until the next: tempos, keys. Where parts disagree the first one is right. After a jump holds what
 * holds there as written.
 */
final class Timeline<T extends Mark> {
    private final List<TreeMap<Long, T>> changes = new ArrayList<>(); // [measures]: by offset
    private final List<@Nullable T> atStart = new ArrayList<>(); // [measures]: what holds when they begin
    private final @Nullable T byDefault;

    /** Collects the marks of all parts, each given measure by measure. */
    Timeline(List<List<TimedMeasure>> parts, int measureCount, Class<T> kind, @Nullable T byDefault) {
        this.byDefault = byDefault;
        T holding = byDefault;
        for (int measure = 0; measure < measureCount; measure++) {
            TreeMap<Long, T> ofMeasure = new TreeMap<>();
            for (List<TimedMeasure> part : parts) {
                if (measure < part.size()) {
                    ofPart(part.get(measure), kind).forEach(ofMeasure::putIfAbsent);
                }
            }
            atStart.add(holding);
            changes.add(ofMeasure);
            holding = ofMeasure.isEmpty() ? holding : ofMeasure.lastEntry().getValue();
        }
    }

    private Map<Long, T> ofPart(TimedMeasure measure, Class<T> kind) {
        Map<Long, T> byOffset = new TreeMap<>();
        for (TimedMark mark : measure.marks()) {
            if (kind.isInstance(mark.mark())) {
                byOffset.put(mark.offset(), kind.cast(mark.mark()));
            }
        }
        return byOffset;
    }

    /** Gives every change, in order of time, to a consumer of the mark and its time in units. */
    void play(int[] order, BarChain bars, ObjLongConsumer<T> consumer) {
        T holding = byDefault;
        for (int bar = 0; bar < order.length; bar++) {
            TreeMap<Long, T> ofMeasure = new TreeMap<>(changes.get(order[bar]));
            T start = atStart.get(order[bar]);
            if (start != null) {
                ofMeasure.putIfAbsent(0L, start);
            }
            for (Map.Entry<Long, T> change : ofMeasure.entrySet()) {
                if (!Objects.equals(change.getValue(), holding)) {
                    holding = change.getValue();
                    consumer.accept(holding, bars.start(bar) + change.getKey());
                }
            }
        }
    }
}
