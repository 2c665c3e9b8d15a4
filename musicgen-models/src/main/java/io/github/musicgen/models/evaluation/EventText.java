package io.github.musicgen.models.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Sequences one after another, and of each step but the first of a sequence the context, which is lengthened one event at a time.
 * A context is a number: two steps have the same one if the same events lie before them.
 */
final class EventText {
    static final int NO_CONTEXT = -1;

    private final int[] events; // [steps]
    private final int[] ages; // [steps]: how many events lie before it in its sequence
    private final int[] contexts; // [steps]

    private EventText(int[] events, int[] ages) {
        this.events = events;
        this.ages = ages;
        this.contexts = new int[events.length];
        for (int i = 0; i < contexts.length; i++) {
            contexts[i] = ages[i] == 0 ? NO_CONTEXT : 0;
        }
    }

    static EventText of(List<int[]> sequences, int eventCount) {
        int steps = 0;
        for (int[] sequence : sequences) {
            steps = Math.addExact(steps, sequence.length);
        }
        int[] events = new int[steps];
        int[] ages = new int[steps];
        int at = 0;
        for (int[] sequence : sequences) {
            for (int i = 0; i < sequence.length; i++) {
                if (sequence[i] < 0 || sequence[i] >= eventCount) {
                    throw new IllegalArgumentException(
                            "an event must be 0.." + (eventCount - 1) + ", but was " + sequence[i]);
                }
                events[at] = sequence[i];
                ages[at] = i;
                at++;
            }
        }
        return new EventText(events, ages);
    }

    int length() {
        return events.length;
    }

    int event(int step) {
        return events[step];
    }

    /** Whether a step is to be judged: the first of a sequence is given. */
    boolean isJudged(int step) {
        return ages[step] > 0;
    }

    /** The context, or {@link #NO_CONTEXT} if there are not so many events before it, or if it was not known. */
    int context(int step) {
        return contexts[step];
    }

    /** Makes contexts one event longer and numbers those that are new. */
    void lengthen(int order, int eventCount, LongCounts known) {
        for (int i = 0; i < events.length; i++) {
            if (isLonger(i, order)) {
                long key = key(i, order, eventCount);
                int number = known.get(key);
                contexts[i] = (number == 0 ? known.set(key, known.size() + 1) : number) - 1;
            }
        }
    }

    /** Makes contexts one event longer; those that are not known are none from then on. */
    void lengthenKnown(int order, int eventCount, LongCounts known) {
        for (int i = 0; i < events.length; i++) {
            if (isLonger(i, order)) {
                contexts[i] = known.get(key(i, order, eventCount)) - 1;
            }
        }
    }

    private boolean isLonger(int step, int order) {
        if (ages[step] < order) {
            contexts[step] = NO_CONTEXT;
        }
        return contexts[step] != NO_CONTEXT;
    }

    private long key(int step, int order, int eventCount) {
        return (long) contexts[step] * eventCount + events[step - order];
    }

    /** Contexts are numbered from 0 up to below this, which is 1 at least. */
    int contextBound() {
        return Arrays.stream(contexts).reduce(0, Math::max) + 1;
    }
}
