package io.github.musicgen.models.training;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.models.layers.DenseStack;
import io.github.musicgen.models.layers.NextLoss;
import io.github.musicgen.models.network.BandVaeNetwork;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What leads to the next segment of an instrument. With chances it learns what follows from what it played itself; what it hears of others
 * comes on top of that, in a {@link HearingStage}. Without, as in the thesis, it learns both at once.
 */
final class NextStage implements BandStage {
    /**
     * For so many epochs nearly all cells stay in what comes again. Before the network knows what is new, repetition explains everything
     * best, badly, and once it is taken to change many cells, nothing else is ever learned.
     */
    private static final int WARM_UP = 5;

    private final BandVaeNetwork networks;
    private final BandVaeConfiguration configuration;
    private final int instrument;
    private final BandTrainingOptions options;
    private final NextExamples.Hearing hearing;
    private final DenseStack network;
    private final NextLoss loss;
    private final NextExamples training;
    private final NextExamples validation;
    private final CellChanges again = CellChanges.first();
    private List<List<Integer>> batches = List.of();
    private int epoch;

    NextStage(BandVaeNetwork networks, int instrument, BandTrainingOptions options, Follows follows) {
        this.networks = networks;
        this.configuration = networks.configuration();
        this.instrument = instrument;
        this.options = options;
        this.network = networks.next(instrument, options.seed() + instrument);
        if (configuration.chances()) {
            beginDeaf();
        }
        this.hearing = configuration.chances() ? NextExamples.Hearing.NOBODY : NextExamples.Hearing.ALL;
        this.loss = loss(configuration);
        this.training = new NextExamples(configuration, instrument, follows.learned());
        this.validation = new NextExamples(configuration, instrument, follows.watched());
    }

    static NextLoss loss(BandVaeConfiguration configuration) {
        return new NextLoss(configuration.latentSize(), 2 * configuration.lags().size());
    }

    private void beginDeaf() {
        INDArray weights = network.parameter("0.W");
        for (long row = configuration.nextInputs(0); row < weights.size(0); row++) {
            weights.getRow(row).assign(0);
        }
    }

    @Override
    public String name() {
        return configuration.instruments().get(instrument).name() + ", next";
    }

    @Override
    public INDArray parameters() {
        return network.parameters();
    }

    @Override
    public INDArray gradients() {
        return network.gradients();
    }

    @Override
    public int epochs() {
        return options.nextEpochs();
    }

    @Override
    public int begin(int newEpoch) {
        epoch = newEpoch;
        batches = Batches.shuffled(training.all(), options.batchSize(), EpochDraws.random(options.seed(), epoch));
        return batches.size();
    }

    @Override
    public int size(int batch) {
        return batches.get(batch).size();
    }

    @Override
    public double learn(int batch, long step) {
        int[] chosen = Batches.array(batches.get(batch));
        SplittableRandom random = new SplittableRandom(options.seed() + step);
        float[] told = network.run(training.inputs(chosen, hearing), chosen.length, options.dropout(), random);
        double cost = loss.of(told, training.targets(chosen, again));
        network.back(loss.gradient());
        count(chosen);
        return cost;
    }

    private void count(int[] chosen) {
        double[][] old = loss.old();
        int lags = configuration.lags().size();
        for (int lag = 0; lag < lags; lag++) {
            for (int i = 0; i < chosen.length; i++) {
                again.count(training.changes(chosen[i], lag), old[lags + lag][i]);
            }
        }
    }

    @Override
    public double validated() {
        return validation.cost(network, loss, again, hearing, options.batchSize());
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
        networks.write(instrument, network, weights);
        if (configuration.chances()) {
            weights.put(again(configuration, instrument), again.weights());
        }
    }

    static String again(BandVaeConfiguration configuration, int instrument) {
        return BandVaeTensors.again(configuration.instruments().get(instrument).name());
    }
}
