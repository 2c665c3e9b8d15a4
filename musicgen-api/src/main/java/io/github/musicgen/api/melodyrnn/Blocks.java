package io.github.musicgen.api.melodyrnn;

import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.bias;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.inputWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.recurrentWeights;
import static io.github.musicgen.api.melodyrnn.MelodyRnnTensors.weights;

import io.github.musicgen.api.engine.Dense;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.engine.LstmLayer;
import io.github.musicgen.api.engine.Matrix;
import io.github.musicgen.api.engine.TanhLayer;
import io.github.musicgen.api.engine.Vector;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;

/**
 * Puts tensors into the blocks of an engine. The names of a block's tensors are its scope and what they are, in every family.
 *
 * @param tensors the weights of a model
 * @param engine what multiplies
 */
public record Blocks(TensorTable tensors, Engine engine) {
    /**
     * A layer of LSTM cells.
     *
     * @param scope of its tensors
     * @return the layer
     */
    public LstmLayer lstm(String scope) {
        return new LstmLayer(matrix(inputWeights(scope)), matrix(recurrentWeights(scope)), vector(bias(scope)));
    }

    /**
     * A layer of simple recurrent cells.
     *
     * @param scope of its tensors
     * @return the layer
     */
    TanhLayer tanh(String scope) {
        return new TanhLayer(matrix(inputWeights(scope)), matrix(recurrentWeights(scope)), vector(bias(scope)));
    }

    /**
     * A dense layer.
     *
     * @param scope of its tensors
     * @return the layer
     */
    public Dense dense(String scope) {
        return new Dense(matrix(weights(scope)), vector(bias(scope)));
    }

    /**
     * A matrix.
     *
     * @param name of its tensor
     * @return the matrix
     */
    public Matrix matrix(String name) {
        Tensor tensor = tensors.tensor(name);
        return engine.matrix(tensor.shape().size(0), tensor.shape().size(1), tensor.values());
    }

    /**
     * A vector.
     *
     * @param name of its tensor
     * @return the vector
     */
    public Vector vector(String name) {
        return Vector.of(tensors.tensor(name).values());
    }
}
