package io.github.musicgen.models.training.bandvae;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One network of a band, as it learns. */
interface BandStage {
    /** What it is called. */
    String name();

    INDArray parameters();

    INDArray gradients();

    /** How often it learns everything at most. */
    int epochs();

    /** Whether it learns on top of what is there, which stays what it was if nothing that it learns is better. */
    default boolean addsToWhatIsThere() {
        return false;
    }

    /** Puts everything in the order of an epoch, a function of its number alone; gives the number of batches. */
    int begin(int epoch);

    /** How many segments a batch has. */
    int size(int batch);

    /** Finds the gradients of a batch; gives what its segments cost in the mean. */
    double learn(int batch, long step);

    /** What the average weights, which the network has now, cost on other segments. */
    double validated();

    /** What it remembers beside weights; most remember nothing. */
    default List<Double> memory() {
        return List.of();
    }

    /** Goes on from what was remembered. */
    default void remember(List<Double> memory) {
        // Nothing beside weights.
    }

    /** The epoch ends; what is remembered may change. */
    default void end() {
        // Nothing beside weights.
    }

    /** Puts its weights among those of the band. */
    void write(Map<String, float[]> weights);
}
