package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandVaeTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What becomes of a cell when its segment is an earlier one once more, changed: at first nearly all stay what they are, so that repetition is
 * told from what is new; later it is counted, each succession as much as it was one (expectation maximization).
 */
final class CellChanges {
    private static final int STATES = BandVaeTensors.STATES;
    private static final double STAYS = 0.98;
    private static final double SMOOTHING = 1;

    private final double[] chances; // [STATES * STATES]
    private final double[] counts = new double[STATES * STATES];

    private CellChanges(double[] chances) {
        this.chances = chances;
    }

    static CellChanges first() {
        double[] chances = new double[STATES * STATES];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = i / STATES == i % STATES ? STAYS : (1 - STAYS) / (STATES - 1);
        }
        return new CellChanges(chances);
    }

    /** As {@link #weights} gave them. */
    static CellChanges of(float[] weights) {
        double[] chances = new double[weights.length];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = weights[i];
        }
        return new CellChanges(chances);
    }

    /** How surprising it is that so many cells came from each state to each; infinite if there was nothing that could have come again. */
    double nats(int[] changes) {
        double nats = changes.length == 0 ? Double.POSITIVE_INFINITY : 0;
        for (int state = 0; state < changes.length; state++) {
            nats -= changes[state] * Math.log(chances[state]);
        }
        return nats;
    }

    void count(int[] changes, double weight) {
        for (int state = 0; state < changes.length; state++) {
            counts[state] += weight * changes[state];
        }
    }

    /** From now on chances are what was counted. */
    void take() {
        for (int row = 0; row < STATES; row++) {
            double sum = 0;
            for (int i = 0; i < STATES; i++) {
                sum += counts[row * STATES + i] + SMOOTHING;
            }
            for (int i = 0; i < STATES; i++) {
                chances[row * STATES + i] = (counts[row * STATES + i] + SMOOTHING) / sum;
            }
        }
    }

    void forgetCounts() {
        Arrays.fill(counts, 0);
    }

    /** All of it, for {@link #remember}. */
    List<Double> memory() {
        List<Double> memory = new ArrayList<>();
        for (double[] part : List.of(chances, counts)) {
            for (double value : part) {
                memory.add(value);
            }
        }
        return memory;
    }

    void remember(List<Double> memory) {
        for (int i = 0; i < chances.length && !memory.isEmpty(); i++) {
            chances[i] = memory.get(i);
            counts[i] = memory.get(chances.length + i);
        }
    }

    float[] weights() {
        float[] weights = new float[chances.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) chances[i];
        }
        return weights;
    }
}
