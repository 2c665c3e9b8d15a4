package io.github.musicgen.models.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gradients by differences of the loss, one value after the other.
 *
 * <p>Losses are sums of FLOATs, so a small step would drown in their rounding, some 1e-6, and a large one takes in what the loss
 * bends. Four points, two steps to either side, cancel the bend up to the fifth derivative. What is left was below
 * {@link #TOLERANCE} for every value; at five times that, a term that was missing in one gradient went unseen.
 */
public final class FiniteDifferences {
    private static final double STEP = 0.02;
    private static final double TOLERANCE = 1e-4;

    private FiniteDifferences() {}

    /**
     * Holds each value of a gradient against the differences.
     *
     * @param what names the values
     * @param values what the loss depends on; changed and set back
     * @param gradient of the loss, value by value
     * @param loss the mean over examples
     * @param batch the number of examples: Deeplearning4j's gradients are sums over them
     */
    public static void check(String what, INDArray values, INDArray gradient, DoubleSupplier loss, int batch) {
        assertThat(gradient.length()).as(what).isEqualTo(values.length());
        INDArray expected = gradient.dup();
        for (long i = 0; i < values.length(); i++) {
            double slope = slope(values, i, loss);
            assertThat(expected.getDouble(i) / batch)
                    .as("gradient of %s, value %d", what, i)
                    .isCloseTo(slope, within(TOLERANCE * Math.max(1, Math.abs(slope))));
        }
    }

    /** All values of an array without gaps, in a row that shares its memory. */
    public static INDArray flat(INDArray values) {
        return Nd4j.create(values.data(), new long[] {values.length()}, new long[] {1}, 0, 'c');
    }

    private static double slope(INDArray values, long index, DoubleSupplier loss) {
        double value = values.getDouble(index);
        double near = at(values, index, value + STEP, loss) - at(values, index, value - STEP, loss);
        double far = at(values, index, value + 2 * STEP, loss) - at(values, index, value - 2 * STEP, loss);
        values.putScalar(index, value);
        return (8 * near - far) / (12 * STEP);
    }

    private static double at(INDArray values, long index, double value, DoubleSupplier loss) {
        values.putScalar(index, value);
        return loss.getAsDouble();
    }
}
