package io.github.musicgen.examples.game;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much of each frame its music took: by the clock, and of the processor. Where other programs want the processor too, a slice may
 * be interrupted, which the clock counts and the processor's time does not.
 */
final class SliceTimes {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final long[] elapsed; // nanoseconds [frames]
    private final long[] worked; // nanoseconds [frames]
    private final boolean[] composed; // [frames]
    private int count;
    private long startOfSlice;
    private long workBefore;

    /** For so many frames; later ones are not kept. */
    SliceTimes(int frames) {
        elapsed = new long[frames];
        worked = new long[frames];
        composed = new boolean[frames];
    }

    void begin() {
        workBefore = threads.getCurrentThreadCpuTime();
        startOfSlice = System.nanoTime();
    }

    /** Ends a slice, in which a bar was worked on or only played. */
    void end(boolean composing) {
        long now = System.nanoTime();
        long work = threads.getCurrentThreadCpuTime();
        if (count < elapsed.length) {
            elapsed[count] = now - startOfSlice;
            worked[count] = work - workBefore;
            composed[count] = composing;
            count++;
        }
    }

    /** By the clock. */
    Summary elapsed() {
        return Summary.of(Arrays.copyOf(elapsed, count));
    }

    /** By the clock, of those slices alone in which a bar was worked on, if there are any. */
    Optional<Summary> composing() {
        long[] some = IntStream.range(0, count)
                .filter(i -> composed[i])
                .mapToLong(i -> elapsed[i])
                .toArray();
        return some.length == 0 ? Optional.empty() : Optional.of(Summary.of(some));
    }

    /** Of the processor. */
    Summary worked() {
        return Summary.of(Arrays.copyOf(worked, count));
    }

    /** All in milliseconds. */
    record Summary(int slices, double median, double percentile99, double worst, int beyondBudget) {
        static Summary of(long[] nanos) {
            if (nanos.length == 0) {
                throw new IllegalArgumentException("there must be at least 1 slice, but there was none");
            }
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Summary(
                    sorted.length,
                    millis(sorted[sorted.length / 2]),
                    millis(sorted[(int) (sorted.length * 0.99)]),
                    millis(sorted[sorted.length - 1]),
                    (int) Arrays.stream(sorted)
                            .filter(each -> each > FrameWorkshop.BUDGET_NANOS)
                            .count());
        }

        private static double millis(long nanos) {
            return nanos / 1e6;
        }

        @Override
        public String toString() {
            return "median %.3f ms, 99th percentile %.3f ms, worst %.3f ms, beyond 1 ms %d of %d"
                    .formatted(median, percentile99, worst, beyondBudget, slices);
        }
    }
}
