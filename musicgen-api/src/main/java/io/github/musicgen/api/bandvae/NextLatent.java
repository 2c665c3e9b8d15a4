package io.github.musicgen.api.bandvae;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;

/**
 * Where the next segment of an instrument may lie.
 *
 * @param point where, and how far from there
 * @param again the probability that it is the last segment once more
 */
public record NextLatent(Posterior point, double again) {
    /**
     * Draws a point.
     *
     * @param temperature how much of the deviation counts: 0 for the likeliest point, 1 as it was learned
     * @param random what is drawn from; as many numbers are drawn at any temperature
     * @return the point
     */
    public LatentVector draw(double temperature, SeededRandom random) {
        float[] values = new float[point.mean().size()];
        for (int i = 0; i < values.length; i++) {
            double away = temperature * point.deviation().at(i) * random.nextGaussian();
            values[i] = (float) (point.mean().at(i) + away);
        }
        return LatentVector.of(values);
    }
}
