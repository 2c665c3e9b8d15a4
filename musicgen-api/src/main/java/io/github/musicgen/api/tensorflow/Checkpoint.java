package io.github.musicgen.api.tensorflow;

import io.github.musicgen.api.tensor.PassedOver;
import io.github.musicgen.api.tensor.TensorTable;
import java.util.List;

/**
 * The variables of a checkpoint.
 *
 * @param tensors the variables that a model may need, in the order of the file
 * @param passedOver the others
 */
public record Checkpoint(TensorTable tensors, List<PassedOver> passedOver) {
    /** Copies the list. */
    public Checkpoint {
        passedOver = List.copyOf(passedOver);
    }
}
