package io.github.musicgen.models.layers.roll;

import java.util.Arrays;

/** What lies at the two ends of an autoencoder of rolls: the planes that are read, and what the planes cost that were written. */
final class RollCells {
    private static final int SILENT = 0;
    private static final int STRUCK = 2;
    private static final double MAX_VELOCITY = 127;

    private final RollSizes sizes;

    RollCells(RollSizes sizes) {
        this.sizes = sizes;
    }

    /** Sets the planes. // [planes][cells][batch] */
    void read(Rolls rolls, float[] planes) {
        int batch = rolls.size();
        int plane = sizes.cells() * batch;
        Arrays.fill(planes, 0, sizes.planesRead() * plane, 0);
        for (int example = 0; example < batch; example++) {
            byte[] states = rolls.states()[example];
            for (int cell = 0; cell < states.length; cell++) {
                if (states[cell] != SILENT) {
                    planes[cell * batch + example] = 1;
                }
                if (states[cell] == STRUCK && sizes.planesRead() > 1) {
                    planes[plane + cell * batch + example] = 1;
                }
            }
        }
    }

    /** Sets what each example costs, and the gradients of the scores. // scores, gradients [planes][cells][batch] */
    void cost(Rolls rolls, float[] scores, float[] gradients, double[] cells, double[] velocities) {
        int batch = rolls.size();
        Arrays.fill(gradients, 0, sizes.planesWritten() * sizes.cells() * batch, 0);
        for (int example = 0; example < batch; example++) {
            if (sizes.likelihood()) {
                likelihood(rolls, example, scores, gradients, cells, velocities);
            } else {
                squares(rolls, example, scores, gradients, cells);
            }
        }
    }

    private void likelihood(
            Rolls rolls, int example, float[] scores, float[] gradients, double[] cells, double[] velocities) {
        int batch = rolls.size();
        int plane = sizes.cells() * batch;
        double cost = 0;
        double velocityCost = 0;
        byte[] states = rolls.states()[example];
        for (int cell = 0; cell < states.length; cell++) {
            int at = cell * batch + example;
            cost += bernoulli(states[cell] == SILENT ? 0 : 1, scores, gradients, at);
            if (states[cell] != SILENT && sizes.planesWritten() > 1) {
                cost += bernoulli(states[cell] == STRUCK ? 1 : 0, scores, gradients, plane + at);
            }
            if (states[cell] == STRUCK && sizes.planesWritten() > 2) {
                double hard = rolls.velocities()[example][cell] / MAX_VELOCITY;
                velocityCost += bernoulli(hard, scores, gradients, 2 * plane + at);
            }
        }
        cells[example] = cost;
        velocities[example] = velocityCost;
    }

    private static double bernoulli(double wanted, float[] scores, float[] gradients, int at) {
        double score = scores[at];
        double tail = Math.exp(-Math.abs(score));
        double chance = score >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
        gradients[at] = (float) (chance - wanted);
        return Math.max(score, 0) + Math.log1p(tail) - wanted * score;
    }

    private void squares(Rolls rolls, int example, float[] scores, float[] gradients, double[] cells) {
        int batch = rolls.size();
        double cost = 0;
        byte[] states = rolls.states()[example];
        for (int cell = 0; cell < states.length; cell++) {
            int at = cell * batch + example;
            double chance = 1 / (1 + Math.exp(-scores[at]));
            double away = chance - (states[cell] == SILENT ? 0 : 1);
            gradients[at] = (float) (2 * away * chance * (1 - chance));
            cost += away * away;
        }
        cells[example] = cost;
    }
}
