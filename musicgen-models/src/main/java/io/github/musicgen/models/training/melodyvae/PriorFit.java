package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeTensors;
import io.github.musicgen.api.melodyvae.Posterior;
import io.github.musicgen.api.tensor.Shape;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.representation.melody.Stretch;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Finds where a trained space has what it learned: the mean of all vectors and how they spread together, as one normal distribution for the
 * mixture of all that the encoder tells.
 */
final class PriorFit {
    /** Below it there would be no root, and a training that is at its end would be lost. */
    private static final double LEAST_VARIANCE = 1e-6;

    private PriorFit() {}

    /** The bundle, which knows where to draw. */
    static MelodyVaeBundle of(MelodyVaeBundle bundle, List<? extends Stretch<?>> learned) {
        MelodyVae model = bundle.model(Engine.portable());
        List<Posterior> seen =
                learned.stream().map(stretch -> model.encode(stretch.events())).toList();
        int size = bundle.configuration().latentSize();
        double[] mean = mean(seen, size);
        RealMatrix spread = new CholeskyDecomposition(covariance(seen, mean)).getL();
        List<Tensor> tensors = new ArrayList<>();
        bundle.tensors().forEach(tensors::add);
        tensors.add(new Tensor(MelodyVaeTensors.PRIOR_MEAN, Shape.of(size), floats(mean)));
        tensors.add(new Tensor(MelodyVaeTensors.PRIOR_SPREAD, Shape.of(size, size), rows(spread, size)));
        try {
            return MelodyVaeBundle.of(
                    bundle.configuration(), TensorTable.of(tensors), bundle.card(), bundle.sampling());
        } catch (MalformedModelException e) {
            throw new IllegalStateException("what a model tells is finite", e);
        }
    }

    private static double[] mean(List<Posterior> seen, int size) {
        double[] mean = new double[size];
        for (Posterior posterior : seen) {
            for (int i = 0; i < size; i++) {
                mean[i] += posterior.mean().at(i) / seen.size();
            }
        }
        return mean;
    }

    /** Of means around their mean, and of vectors around each of these. */
    private static RealMatrix covariance(List<Posterior> seen, double[] mean) {
        double[][] sums = new double[mean.length][mean.length];
        double[] around = new double[mean.length];
        for (Posterior posterior : seen) {
            for (int i = 0; i < mean.length; i++) {
                double away = posterior.mean().at(i) - mean[i];
                for (int j = 0; j < mean.length; j++) {
                    sums[i][j] += away * (posterior.mean().at(j) - mean[j]) / seen.size();
                }
                double deviation = posterior.deviation().at(i);
                around[i] += deviation * deviation / seen.size();
            }
        }
        for (int i = 0; i < mean.length; i++) {
            sums[i][i] += Math.max(LEAST_VARIANCE, around[i]);
        }
        return new Array2DRowRealMatrix(sums, false);
    }

    private static float[] rows(RealMatrix matrix, int size) {
        double[] values = new double[size * size];
        for (int i = 0; i < size; i++) {
            System.arraycopy(matrix.getRow(i), 0, values, i * size, size);
        }
        return floats(values);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
