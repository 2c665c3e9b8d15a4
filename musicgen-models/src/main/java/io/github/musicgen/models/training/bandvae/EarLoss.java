package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandCells;
import io.github.musicgen.api.bandvae.EarTies;
import io.github.musicgen.api.bandvae.HeardSteps;

/**
 * What the cells of a segment cost when an {@link io.github.musicgen.api.bandvae.Ear} has listened, in nats, and the gradient of its
 * numbers.
 *
 * <p>The ear adds to scores, so its gradient is what is left of them, at all places to which a number was added.
 */
final class EarLoss {
    private final EarTies ties;
    private final double[] gradient; // [ties.count()]

    /**
     * Of nothing yet.
     *
     * @param ties of the ear
     */
    EarLoss(EarTies ties) {
        this.ties = ties;
        this.gradient = new double[ties.count()];
    }

    /**
     * Looks at a segment; gradients add up.
     *
     * @param cells what was played
     * @param heard what others played
     * @param scores what was expected, when the ear had listened // [steps * columns][planes]
     * @return what the cells cost
     */
    double add(BandCells cells, HeardSteps heard, float[][] scores) {
        double sum = 0;
        int columns = ties.listener().columns();
        for (int step = 0; step < cells.size() / columns; step++) {
            double[][] left = new double[EarTies.PLANES][ties.places()]; // of scores
            for (int column = 0; column < columns; column++) {
                int place = ties.place(column);
                byte state = cells.at(step * columns + column);
                float[] score = scores[step * columns + column];
                boolean sounds = state != BandCells.SILENT;
                sum += surprise(score[0], sounds);
                left[0][place] += left(score[0], sounds);
                if (sounds && score.length > 1) {
                    sum += surprise(score[1], state == BandCells.STRUCK);
                    left[1][place] += left(score[1], state == BandCells.STRUCK);
                }
            }
            ties.at(heard, step, (number, plane, place) -> gradient[number] += left[plane][place]);
        }
        return sum;
    }

    private static double surprise(double score, boolean yes) {
        return Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - (yes ? score : 0);
    }

    private static double left(double score, boolean yes) {
        return 1 / (1 + Math.exp(-score)) - (yes ? 1 : 0);
    }

    /**
     * The gradient of the ear's numbers.
     *
     * @return not a copy // [ties.count()]
     */
    double[] gradient() {
        return gradient;
    }
}
