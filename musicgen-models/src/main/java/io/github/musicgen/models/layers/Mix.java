package io.github.musicgen.models.layers;

import io.github.musicgen.models.layers.cells.WeightMatrix;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/** {@code values W + reading R + b}: mixes what attention read into other values. */
final class Mix {
    private final WeightMatrix weights;
    private final WeightMatrix readingWeights;
    private final Bias bias;
    private int batch;

    Mix(WeightMatrix weights, WeightMatrix readingWeights, Bias bias) {
        this.weights = weights;
        this.readingWeights = readingWeights;
        this.bias = bias;
    }

    void read(Function<String, INDArray> parameters, int newBatch) {
        batch = newBatch;
        weights.read(parameters);
        readingWeights.read(parameters);
        bias.read(parameters, newBatch);
    }

    void mix(long values, long reading, long target) {
        bias.copyTo(target);
        weights.add(values, target, batch);
        readingWeights.add(reading, target, batch);
    }

    void beginBackward(Function<String, INDArray> gradients) {
        weights.beginBackward(gradients);
        readingWeights.beginBackward(gradients);
        bias.beginBackward(gradients);
    }

    void addGradients(long values, long reading, long targetGradient) {
        weights.addGradient(values, targetGradient, batch);
        readingWeights.addGradient(reading, targetGradient, batch);
        bias.add(targetGradient);
    }

    void setValueGradient(long targetGradient, long valueGradient) {
        weights.setBack(targetGradient, valueGradient, batch);
    }

    void addValueGradient(long targetGradient, long valueGradient) {
        weights.addBack(targetGradient, valueGradient, batch);
    }

    /** Sets the gradient of a reading, {@code size x batch}. */
    void setReadingGradient(long targetGradient, long readingGradient) {
        readingWeights.setBackByExample(targetGradient, readingGradient, batch);
    }

    /** Adds to the gradient of a reading, {@code size x batch}. */
    void addReadingGradient(long targetGradient, long readingGradient) {
        readingWeights.addBackByExample(targetGradient, readingGradient, batch);
    }

    void endBackward() {
        bias.endBackward();
    }
}
