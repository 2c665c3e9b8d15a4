package io.github.musicgen.models.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Interpolated Witten-Bell (Bell, Cleary and Witten, Text Compression, 1990): after a context h of the last k events,
 *
 * <pre>p(w | h) = (count(h w) + types(h) p(w | h')) / (count(h) + types(h))</pre>
 *
 * where types(h) is how many different events followed h and h' is h without its oldest event. Below order 0 all events are
 * equally likely; a context that was never seen says what its shorter one says.
 *
 * <p>All orders in one pass from short to long: the counts of one order are all that is held at a time, so that memory is bounded
 * by the steps of the training text (some 100 bytes each), not by orders. Used once.
 */
final class WittenBell {
    private final int eventCount;
    private final EventText training;
    private final EventText judged;
    private final double[] probabilities; // [steps of judged]: at the present order
    private final LongCounts pairs = new LongCounts(); // by context and event after it
    private int[] counts = {}; // [contexts]
    private int[] types = {}; // [contexts]
    private int order = -1;

    private WittenBell(int eventCount, EventText training, EventText judged) {
        if (eventCount < 1) {
            throw new IllegalArgumentException("there must be an event or more, but there were " + eventCount);
        }
        this.eventCount = eventCount;
        this.training = training;
        this.judged = judged;
        this.probabilities = new double[judged.length()];
        Arrays.fill(probabilities, 1.0 / eventCount);
    }

    static WittenBell heldOut(int eventCount, List<int[]> training, List<int[]> heldOut) {
        return new WittenBell(eventCount, EventText.of(training, eventCount), EventText.of(heldOut, eventCount));
    }

    /** Judges what it is trained on, for {@link #nextOrderLeavingOut}. */
    static WittenBell of(int eventCount, List<int[]> sequences) {
        EventText text = EventText.of(sequences, eventCount);
        return new WittenBell(eventCount, text, text);
    }

    /** Goes on to the next order, the first of which is 0. */
    void nextOrder() {
        count();
        for (int i = 0; i < judged.length(); i++) {
            int context = judged.context(i);
            if (context != EventText.NO_CONTEXT) {
                mix(i, pairs.get(pair(judged, i)), counts[context], types[context]);
            }
        }
    }

    /**
     * Does the same, but to each piece as if it had not been trained on.
     *
     * @param ends for each piece the step after its last one
     */
    void nextOrderLeavingOut(int[] ends) {
        count();
        PieceCounts own = new PieceCounts();
        int start = 0;
        for (int end : ends) {
            own.count(start, end);
            for (int i = start; i < end; i++) {
                int context = judged.context(i);
                if (context != EventText.NO_CONTEXT) {
                    long pair = pair(judged, i);
                    mix(
                            i,
                            pairs.get(pair) - own.pairs.get(pair),
                            counts[context] - own.counts.get(context),
                            types[context] - own.types.get(context));
                }
            }
            start = end;
        }
    }

    private void mix(int step, int pairCount, int contextCount, int typeCount) {
        if (contextCount > 0) {
            probabilities[step] = (pairCount + typeCount * probabilities[step]) / (contextCount + typeCount);
        }
    }

    private void count() {
        order++;
        if (order > 0) {
            LongCounts known = new LongCounts();
            training.lengthen(order, eventCount, known);
            if (judged != training) {
                judged.lengthenKnown(order, eventCount, known);
            }
        }
        counts = new int[training.contextBound()];
        types = new int[counts.length];
        pairs.clear();
        for (int i = 0; i < training.length(); i++) {
            int context = training.context(i);
            if (context != EventText.NO_CONTEXT) {
                counts[context]++;
                types[context] += pairs.increment(pair(training, i)) == 1 ? 1 : 0;
            }
        }
    }

    private long pair(EventText text, int step) {
        return (long) text.context(step) * eventCount + text.event(step);
    }

    /** What each step was found likely, at the present order; of the first step of a sequence it says nothing. */
    double[] probabilities() {
        return probabilities.clone();
    }

    /** How many steps are judged. */
    long steps() {
        long steps = 0;
        for (int i = 0; i < judged.length(); i++) {
            steps += judged.isJudged(i) ? 1 : 0;
        }
        return steps;
    }

    /** The nats of all judged steps, at the present order. */
    double nats() {
        double nats = 0;
        for (int i = 0; i < judged.length(); i++) {
            nats -= judged.isJudged(i) ? StrictMath.log(probabilities[i]) : 0;
        }
        return nats;
    }

    /** What one piece contributes to the counts. */
    private final class PieceCounts {
        private final LongCounts pairs = new LongCounts();
        private final LongCounts counts = new LongCounts(); // by context
        private final LongCounts types = new LongCounts(); // by context: events that follow it in this piece alone
        private final LongCounts seen = new LongCounts(); // pairs

        void count(int start, int end) {
            pairs.clear();
            counts.clear();
            types.clear();
            seen.clear();
            for (int i = start; i < end; i++) {
                if (judged.context(i) != EventText.NO_CONTEXT) {
                    pairs.increment(pair(judged, i));
                    counts.increment(judged.context(i));
                }
            }
            for (int i = start; i < end; i++) {
                if (judged.context(i) != EventText.NO_CONTEXT && seen.increment(pair(judged, i)) == 1) {
                    long pair = pair(judged, i);
                    if (pairs.get(pair) == WittenBell.this.pairs.get(pair)) {
                        types.increment(judged.context(i));
                    }
                }
            }
        }
    }
}
