package io.github.musicgen.api.bandvae;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.random.SeededRandom;
import java.util.List;

/**
 * Where the next segment of an instrument may lie. Owned by whoever asked for it.
 *
 * @param point where, and how far from there, if it is a new one
 * @param scores of being an earlier one again, exactly for each lag, and then with changes for each lag; that of a new one is 0
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and owned by whoever asked for it
public record NextLatent(Posterior point, float[] scores) {
    /**
     * How likely the segment is an earlier one again.
     *
     * @param before how many segments there were: others cannot come again
     * @param lags how many segments ago each score is about
     * @return a probability for each lag of the same cells, one for each lag of changed ones, and at last that of a new segment; they sum to
     *     one
     */
    public double[] again(int before, List<Integer> lags) {
        double highest = 0;
        for (float score : scores) {
            highest = Math.max(highest, score);
        }
        double[] chances = new double[scores.length + 1];
        double sum = StrictMath.exp(-highest);
        chances[scores.length] = sum;
        for (int i = 0; i < scores.length; i++) {
            chances[i] = lags.get(i % lags.size()) <= before ? StrictMath.exp(scores[i] - highest) : 0;
            sum += chances[i];
        }
        for (int i = 0; i < chances.length; i++) {
            chances[i] /= sum;
        }
        return chances;
    }

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
