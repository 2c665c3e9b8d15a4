package io.github.musicgen.midi.abc.unfolding;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the score that is played without a jump.
 *
 * @param from where it begins
 * @param to where it ends
 */
public record Span(long from, long to) {

    public long length() {
        return to - from;
    }

    /** What of some spans lies between two times. */
    static List<Span> clip(List<Span> spans, long from, long to) {
        List<Span> clipped = new ArrayList<>();
        for (Span span : spans) {
            Span part = new Span(Math.max(span.from, from), Math.min(span.to, to));
            if (part.length() > 0) {
                clipped.add(part);
            }
        }
        return clipped;
    }

    /** The spans up to where they come to a time for the last time. */
    static List<Span> until(List<Span> spans, long time) {
        int last = spans.size() - 1;
        while (last >= 0 && !(spans.get(last).from < time && time <= spans.get(last).to)) {
            last--;
        }
        if (last < 0) {
            return spans;
        }
        List<Span> until = new ArrayList<>(spans.subList(0, last));
        until.add(new Span(spans.get(last).from, time));
        return until;
    }

    /** The same way with as few spans as it takes. */
    static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).to == span.from) {
                joined.set(last, new Span(joined.get(last).from, span.to));
            } else if (span.length() > 0) {
                joined.add(span);
            }
        }
        return joined;
    }
}
