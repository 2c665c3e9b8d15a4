package io.github.musicgen.models.layers.cells;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Recurrent cells at work on one batch, a step of time after the other, forwards and then backwards.
 *
 * <p>A step is {@code size} rows of {@code batch} values. What the way back needs is kept in buffers that are made once. All
 * parameters and gradients are arrays in 'f' order.
 */
public interface Cells {
    /** In place of the address of an input gradient: none is wanted. */
    long NO_GRADIENT = 0;

    /**
     * The width of the input.
     *
     * @return values of an example
     */
    int inputSize();

    /**
     * The width of the output.
     *
     * @return values of an example
     */
    int size();

    /**
     * Begins a run.
     *
     * @param batch how many examples
     * @param steps how many steps
     */
    void begin(int batch, int steps);

    /**
     * Takes the parameters of this run.
     *
     * @param parameters by name
     */
    void read(Function<String, INDArray> parameters);

    /**
     * What outputs and memory are multiplied with.
     *
     * @param mask one factor for each step and example, step after step; or none
     */
    void mask(float @Nullable [] mask);

    /**
     * What to remember at the beginning.
     *
     * @param memory what {@link #memory} returned, or nothing
     */
    void remember(Map<String, float[]> memory);

    /**
     * Runs a step.
     *
     * @param step counted from 0
     * @param input the address of {@code batch x inputSize}
     * @return {@code batch x size}, overwritten by the next step
     */
    float[] forward(int step, long input);

    /**
     * What is remembered after the last step.
     *
     * @return values by name
     */
    Map<String, float[]> memory();

    /**
     * Begins the way back.
     *
     * @param gradients by name, zero so far; they are added to
     */
    void beginBackward(Function<String, INDArray> gradients);

    /**
     * Goes a step back.
     *
     * @param step one less than the last one, or the last step of the run
     * @param outputGradient {@code batch x size}, which is overwritten
     * @param input as it was on the way there
     * @param inputGradient the address of {@code batch x inputSize} that are set, or {@link #NO_GRADIENT}
     */
    void backward(int step, float[] outputGradient, long input, long inputGradient);

    /** Ends the way back. */
    void endBackward();
}
