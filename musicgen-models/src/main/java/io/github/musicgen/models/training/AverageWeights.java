package io.github.musicgen.models.training;

import java.util.function.Supplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The moving average of a network's weights, which is what is judged and kept. */
final class AverageWeights {
    /** So that random beginnings are soon forgotten: after this many steps an average reaches back at most so many. */
    private static final double HEAD_START = 10;

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
        double steps = network.getIterationCount();
        double stays = Math.min(kept, (1 + steps) / (HEAD_START + steps));
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
