package io.github.musicgen.api.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Places columns side by side, none over another, each as near to where it belongs as its neighbors let it. */
final class Columns {
    private Columns() {}

    /** Columns that touch, placed as one: their wished-for places less their own offsets, averaged. */
    private record Cluster(double start, int count) {
        Cluster with(Cluster next, double pitch) {
            int both = count + next.count;
            return new Cluster((start * count + (next.start - count * pitch) * next.count) / both, both);
        }

        Cluster within(double from, double to, double pitch) {
            double last = to - (count - 1) * pitch;
            return new Cluster(Math.max(from, Math.min(last, start)), count);
        }
    }

    /**
     * Finds the middles of columns.
     *
     * @param wished where they belong, from the left; so many that they fit
     * @param pitch from middle to middle at least
     * @param left what no column crosses
     * @param right what no column crosses
     */
    static double[] place(List<Double> wished, double pitch, double left, double right) {
        Deque<Cluster> clusters = new ArrayDeque<>();
        for (double each : wished) {
            Cluster cluster = new Cluster(each, 1).within(left + pitch / 2, right - pitch / 2, pitch);
            while (!clusters.isEmpty()
                    && clusters.getLast().start() + clusters.getLast().count() * pitch > cluster.start()) {
                cluster = clusters.removeLast().with(cluster, pitch).within(left + pitch / 2, right - pitch / 2, pitch);
            }
            clusters.addLast(cluster);
        }
        double[] middles = new double[wished.size()];
        int column = 0;
        for (Cluster cluster : clusters) {
            for (int i = 0; i < cluster.count(); i++) {
                middles[column++] = cluster.start() + i * pitch;
            }
        }
        return middles;
    }
}
