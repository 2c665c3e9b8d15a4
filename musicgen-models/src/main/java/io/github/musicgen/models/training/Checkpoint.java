package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.models.training.checkpoint.Saved;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a training goes on from.
 *
 * @param network with its weights and the memory of its updater
 * @param average of its weights
 * @param state where it is
 * @param best the best weights so far, if an epoch has ended
 */
record Checkpoint(
        MultiLayerNetwork network,
        INDArray average,
        TrainingState state,
        @Nullable Bundle best) implements Saved {
    @Override
    public long steps() {
        return network.getIterationCount();
    }

    @Override
    public int epoch() {
        return state.epoch();
    }
}
