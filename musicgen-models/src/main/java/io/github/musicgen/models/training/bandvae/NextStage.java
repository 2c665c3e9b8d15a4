package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.models.layers.roll.DenseStack;
import io.github.musicgen.models.layers.roll.NextLoss;
import io.github.musicgen.models.network.BandVaeNetwork;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What leads to the next segment of an instrument. With chances it learns what follows from what it played itself; what it hears of others
 * comes on top of that, in a {@link HearingStage}. Without, as in the thesis, it learns both at once.
 */
final class NextStage extends SuccessionStage {
    /**
     * For so many epochs nearly all cells stay in what comes again. Before the network knows what is new, repetition explains everything
     * best, badly, and once it is taken to change many cells, nothing else is ever learned.
     */
    private static final int WARM_UP = 5;

    private int epoch;

    NextStage(BandVaeNetwork networks, int instrument, BandTrainingOptions options, Follows follows) {
        super(networks, instrument, options, network(networks, instrument, options), CellChanges.first(), follows);
    }

    /** With chances it begins deaf. */
    private static DenseStack network(BandVaeNetwork networks, int instrument, BandTrainingOptions options) {
        DenseStack network = networks.next(instrument, options.seed() + instrument);
        if (networks.configuration().chances()) {
            INDArray weights = network.parameter("0.W");
            for (long row = networks.configuration().nextInputs(0); row < weights.size(0); row++) {
                weights.getRow(row).assign(0);
            }
        }
        return network;
    }

    /** What the band has before any of it is learned. */
    static void writeBeginning(
            BandVaeNetwork networks, int instrument, BandTrainingOptions options, Map<String, float[]> weights) {
        networks.write(instrument, network(networks, instrument, options), weights);
        writeAgain(networks.configuration(), instrument, CellChanges.first(), weights);
    }

    private static void writeAgain(
            BandVaeConfiguration configuration, int instrument, CellChanges again, Map<String, float[]> weights) {
        if (configuration.chances()) {
            weights.put(again(configuration, instrument), again.weights());
        }
    }

    static String again(BandVaeConfiguration configuration, int instrument) {
        return BandVaeTensors.again(configuration.instruments().get(instrument).name());
    }

    @Override
    public String name() {
        return configuration.instruments().get(instrument).name() + ", next";
    }

    @Override
    NextExamples.Hearing learns(SplittableRandom random) {
        return watched();
    }

    @Override
    NextExamples.Hearing watched() {
        return configuration.chances() ? NextExamples.Hearing.NOBODY : NextExamples.Hearing.ALL;
    }

    @Override
    public int begin(int newEpoch) {
        epoch = newEpoch;
        return super.begin(newEpoch);
    }

    @Override
    void learned(int[] chosen, NextLoss cost) {
        double[][] old = cost.old();
        int lags = configuration.lags().size();
        for (int lag = 0; lag < lags; lag++) {
            for (int i = 0; i < chosen.length; i++) {
                again.count(training.changes(chosen[i], lag), old[lags + lag][i]);
            }
        }
    }

    @Override
    public List<Double> memory() {
        return again.memory();
    }

    @Override
    public void remember(List<Double> memory) {
        again.remember(memory);
    }

    @Override
    public void end() {
        if (epoch >= WARM_UP) {
            again.take();
        }
        again.forgetCounts();
    }

    @Override
    public void write(Map<String, float[]> weights) {
        super.write(weights);
        writeAgain(configuration, instrument, again, weights);
    }
}
