package io.github.musicgen.representation.encoding;

import java.util.List;
import java.util.OptionalInt;

/** The lookback distances of an encoding. */
final class Lookbacks {

    /** So that the latest events always fit into memory. */
    private static final int MAX_DISTANCE = 1 << 20;

    private Lookbacks() {}

    static List<Integer> require(List<Integer> distances) {
        int before = 0;
        for (int distance : distances) {
            if (distance <= before || distance > MAX_DISTANCE) {
                throw new IllegalArgumentException(
                        "lookbacks must ascend within 1.." + MAX_DISTANCE + " steps, but were " + distances);
            }
            before = distance;
        }
        return List.copyOf(distances);
    }

    static int[] toArray(List<Integer> distances) {
        return distances.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The distance of a lookback; nothing for classes before the first lookback, whose number is negative. */
    static OptionalInt distance(List<Integer> distances, int lookback) {
        return lookback < 0 ? OptionalInt.empty() : OptionalInt.of(distances.get(lookback));
    }

    static void writeRepeats(EventHistory history, int offset, InputSink sink) {
        for (int lookback = 0; lookback < history.lookbacks(); lookback++) {
            if (history.isRepeat(lookback)) {
                sink.add(offset + lookback, 1);
            }
        }
    }
}
