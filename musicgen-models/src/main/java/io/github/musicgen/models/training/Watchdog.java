package io.github.musicgen.models.training;

import io.github.musicgen.models.training.course.TrainingDivergedException;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Between gradient and step: clips, stops what diverges, and counts what was learned. */
final class Watchdog extends BaseTrainingListener {
    /**
     * A model with weights beyond this answers no numbers: of two products in a row, which is what attention makes without a curve
     * between them, a float must hold the outcome.
     */
    private static final double HOPELESS_NORM = 1e15;

    private final Clipping clipping;
    private final double guessing;
    private double penalty; // for large weights, which is part of the score but says nothing of the melodies
    private double nats;
    private double learned;

    Watchdog(Clipping clipping, int classes) {
        this.clipping = clipping;
        this.guessing = StrictMath.log(classes);
    }

    @Override
    public void onGradientCalculation(Model model) {
        MultiLayerNetwork network = (MultiLayerNetwork) model;
        penalty =
                network.calcRegularizationScore(true); // of the weights that had the score, not of those after the step
        if (Double.isFinite(clipping.each())) {
            network.gradient().gradientForVariable().values().forEach(values -> clip(values, clipping.each()));
        }
        double norm = clip(network.getFlattenedGradients(), clipping.all());
        if (!Double.isFinite(norm)) {
            throw new TrainingDivergedException(
                    network.getIterationCount() + 1, "gradient of " + faulty(network), norm);
        }
    }

    /** Shortens a gradient to the bound; returns how long it was. */
    private static double clip(INDArray gradient, double bound) {
        double norm = gradient.norm2Number().doubleValue();
        if (norm > bound && Double.isFinite(norm)) {
            gradient.muli(bound / norm);
        }
        return norm;
    }

    private static String faulty(MultiLayerNetwork network) {
        return network.gradient().gradientForVariable().entrySet().stream()
                .filter(variable ->
                        !Double.isFinite(variable.getValue().norm2Number().doubleValue()))
                .map(variable -> layer(network, variable.getKey()))
                .findFirst()
                .orElse("all layers together");
    }

    private static String layer(MultiLayerNetwork network, String variable) {
        int end = variable.indexOf('_');
        int index = Integer.parseInt(variable.substring(0, end));
        return variable.substring(end + 1) + " in layer " + index + " ("
                + network.getLayer(index).conf().getLayer().getClass().getSimpleName() + ")";
    }

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
        MultiLayerNetwork network = (MultiLayerNetwork) model;
        double loss = network.score() - penalty;
        if (!(loss < TrainingDivergedException.HOPELESS * guessing)) {
            throw new TrainingDivergedException(network.getIterationCount(), "loss", loss);
        }
        double pairs = network.getOutputLayer().getMaskArray().sumNumber().doubleValue();
        nats += loss * pairs;
        learned += pairs;
    }

    /** Refuses weights of which no model can be made, for instance those after the last step of an epoch, which no gradient tells. */
    static void requireSound(INDArray weights, int step) {
        double norm = weights.norm2Number().doubleValue();
        if (!(norm < HOPELESS_NORM)) {
            throw new TrainingDivergedException(step, "norm of all weights", norm);
        }
    }

    void startAt(double newNats, double newLearned) {
        nats = newNats;
        learned = newLearned;
    }

    /** Nats of the pairs that were learned since the start. */
    double nats() {
        return nats;
    }

    /** Pairs that were learned since the start. */
    double learned() {
        return learned;
    }
}
