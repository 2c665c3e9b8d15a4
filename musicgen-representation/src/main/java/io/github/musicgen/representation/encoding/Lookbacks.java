package io.github.musicgen.representation.encoding;

import java.util.List;

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

    static void writeRepeats(EventHistory history, int offset, InputSink sink) {
        for (int lookback = 0; lookback < history.lookbacks(); lookback++) {
            if (history.isRepeat(lookback)) {
                sink.add(offset + lookback, 1);
            }
        }
    }
}
