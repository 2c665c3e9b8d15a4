package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.models.layers.roll.DenseStack;
import io.github.musicgen.models.layers.roll.NextLoss;
import io.github.musicgen.models.network.BandVaeNetwork;
import io.github.musicgen.models.training.course.Batches;
import io.github.musicgen.models.training.course.EpochDraws;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The network that leads to the next segment of an instrument, as it learns; some stages teach it one thing, some another. */
abstract class SuccessionStage implements BandStage {
    final BandVaeConfiguration configuration;
    final int instrument;
    final BandTrainingOptions options;
    final DenseStack network;
    final CellChanges again;
    final NextExamples training;
    private final BandVaeNetwork networks;
    private final NextLoss loss;
    private final NextExamples validation;
    private List<List<Integer>> batches = List.of();

    SuccessionStage(
            BandVaeNetwork networks,
            int instrument,
            BandTrainingOptions options,
            DenseStack network,
            CellChanges again,
            Follows follows) {
        this.networks = networks;
        this.configuration = networks.configuration();
        this.instrument = instrument;
        this.options = options;
        this.network = network;
        this.again = again;
        this.loss = new NextLoss(
                configuration.latentSize(), 2 * configuration.lags().size());
        this.training = new NextExamples(configuration, instrument, follows.learned());
        this.validation = new NextExamples(configuration, instrument, follows.watched());
    }

    /** Whom the instrument hears while it learns. */
    abstract NextExamples.Hearing learns(SplittableRandom random);

    /** Whom it hears when it is watched. */
    abstract NextExamples.Hearing watched();

    /** A batch has left its gradients. */
    abstract void learned(int[] chosen, NextLoss cost);

    @Override
    public final INDArray parameters() {
        return network.parameters();
    }

    @Override
    public final INDArray gradients() {
        return network.gradients();
    }

    @Override
    public final int epochs() {
        return options.nextEpochs();
    }

    @Override
    public int begin(int epoch) {
        batches = Batches.shuffled(training.all(), options.batchSize(), EpochDraws.random(options.seed(), epoch));
        return batches.size();
    }

    @Override
    public final int size(int batch) {
        return batches.get(batch).size();
    }

    @Override
    public final double learn(int batch, long step) {
        int[] chosen = Batches.array(batches.get(batch));
        SplittableRandom random = new SplittableRandom(options.seed() + step);
        float[] inputs = training.inputs(chosen, learns(random));
        float[] told = network.run(inputs, chosen.length, options.dropout(), random);
        double cost = loss.of(told, training.targets(chosen, again));
        network.back(loss.gradient());
        learned(chosen, loss);
        return cost;
    }

    @Override
    public final double validated() {
        return validation.cost(network, loss, again, watched(), options.batchSize());
    }

    @Override
    public void write(Map<String, float[]> weights) {
        networks.write(instrument, network, weights);
    }
}
