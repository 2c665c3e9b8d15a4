package io.github.musicgen.representation.encoding;

/**
 * The latest events of a sequence, as many as the longest lookback needs.
 *
 * <p>A lookback is a distance in steps: music that goes on as it did so many steps ago repeats itself. Both encodings with
 * lookbacks share what follows from that: which lookback an event would repeat, and which event a lookback stands for.
 */
final class EventHistory {
    private final int[] distances; // [lookbacks], ascending
    private final int defaultEvent;
    private final int[] ring; // [a power of two above the longest distance]
    private long length;

    EventHistory(int[] distances, int defaultEvent) {
        this.distances = distances;
        this.defaultEvent = defaultEvent;
        this.ring = new int[2 * Integer.highestOneBit(longest(distances) + 1)];
    }

    private static int longest(int[] distances) {
        return distances.length == 0 ? 0 : distances[distances.length - 1];
    }

    long length() {
        return length;
    }

    void append(int event) {
        ring[(int) length & (ring.length - 1)] = event;
        length++;
    }

    void requireNotEmpty() {
        if (length == 0) {
            throw new IllegalStateException("there must be an event before there is an input");
        }
    }

    int lookbacks() {
        return distances.length;
    }

    /** The event so many events back, 1 being the latest; the default event where the sequence had not begun. */
    int back(int distance) {
        return distance > length ? defaultEvent : ring[(int) (length - distance) & (ring.length - 1)];
    }

    /** The event that comes next if the music repeats itself. */
    int repeated(int lookback) {
        return back(distances[lookback]);
    }

    /** Whether the latest event repeats the one at a lookback before it. */
    boolean isRepeat(int lookback) {
        return distances[lookback] < length && back(1) == back(1 + distances[lookback]);
    }

    /**
     * The longest lookback that an event would repeat if it came next, or -1. Before the start there are default events, but only
     * for the longest lookback: there alone does a default event count as a repeat from the beginning on.
     */
    int lookbackOf(int nextEvent) {
        int last = distances.length - 1;
        if (last >= 0 && length < distances[last] && nextEvent == defaultEvent) {
            return last;
        }
        for (int lookback = last; lookback >= 0; lookback--) {
            if (distances[lookback] <= length && nextEvent == repeated(lookback)) {
                return lookback;
            }
        }
        return -1;
    }

    EventHistory copy() {
        EventHistory copy = new EventHistory(distances, defaultEvent);
        copy.copyFrom(this);
        return copy;
    }

    void copyFrom(EventHistory other) {
        System.arraycopy(other.ring, 0, ring, 0, ring.length);
        length = other.length;
    }
}
