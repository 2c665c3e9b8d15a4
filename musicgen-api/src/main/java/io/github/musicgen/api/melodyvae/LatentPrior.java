package io.github.musicgen.api.melodyvae;

import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;

/**
 * Where the vectors of a space lie that new stretches are drawn from. Immutable.
 *
 * <p>A space is trained so that they are about normally distributed, each number by itself. How well that succeeds is a matter of how much
 * vectors may tell: where they tell much, most of what is so drawn is like nothing that was learned. A space that knows where the vectors of
 * what it learned lie, their mean and how they spread together, draws from there.
 */
public final class LatentPrior {
    private final int size;
    private final float[] mean; // [size]; empty for the normal distribution
    private final float[] spread; // [size * size], row by row; nothing right of the diagonal counts

    private LatentPrior(int size, float[] mean, float[] spread) {
        this.size = size;
        this.mean = mean;
        this.spread = spread;
    }

    /**
     * What a space knows that was not told more: each number normally distributed.
     *
     * @param size how many numbers
     * @return the prior
     */
    public static LatentPrior normal(int size) {
        return new LatentPrior(size, new float[0], new float[0]);
    }

    /**
     * That of a model.
     *
     * @param configuration of the model
     * @param tensors of the model, {@link MelodyVaeTensors#PRIOR_MEAN} and {@link MelodyVaeTensors#PRIOR_SPREAD} among them if it knows
     * @return the prior
     */
    static LatentPrior of(MelodyVaeConfiguration configuration, TensorTable tensors) {
        int size = configuration.latentSize();
        return tensors.find(MelodyVaeTensors.PRIOR_MEAN)
                .map(Tensor::values)
                .map(mean -> new LatentPrior(
                        size,
                        mean,
                        tensors.tensor(MelodyVaeTensors.PRIOR_SPREAD).values()))
                .orElse(normal(size));
    }

    /**
     * Draws a vector.
     *
     * @param random what is drawn from: as many numbers as vectors have, whatever is known
     * @return the vector
     */
    public LatentVector draw(SeededRandom random) {
        LatentVector normal = LatentVector.random(size, random);
        if (mean.length == 0) {
            return normal;
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            double value = mean[i];
            for (int j = 0; j <= i; j++) {
                value += (double) spread[i * size + j] * normal.at(j);
            }
            values[i] = (float) value;
        }
        return LatentVector.of(values);
    }
}
