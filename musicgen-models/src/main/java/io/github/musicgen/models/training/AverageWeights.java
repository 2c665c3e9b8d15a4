package io.github.musicgen.models.training;

import io.github.musicgen.models.training.course.AdamSteps;
import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The moving average of a network's weights, which is what is judged and kept. */
final class AverageWeights {
    private final double kept;
    private final INDArray average;

    AverageWeights(double kept, INDArray average) {
        this.kept = kept;
        this.average = average;
    }

    static AverageWeights begin(double kept, MultiLayerNetwork network) {
        return new AverageWeights(kept, network.params().dup());
    }

    /** Takes the weights after a step into the average. */
    void add(MultiLayerNetwork network) {
        double stays = AdamSteps.kept(kept, network.getIterationCount());
        average.muli(stays);
        average.addi(network.params().mul(1 - stays));
    }

    INDArray values() {
        return average;
    }

    /** Makes something of the average in place of the weights, and gives the network its weights back. */
    <T> T during(MultiLayerNetwork network, Supplier<T> work) {
        INDArray weights = network.params().dup();
        network.params().assign(average);
        try {
            return work.get();
        } finally {
            network.params().assign(weights);
        }
    }
}
