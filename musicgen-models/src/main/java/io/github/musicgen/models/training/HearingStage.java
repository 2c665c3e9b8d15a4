package io.github.musicgen.models.training;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.layers.DenseStack;
import io.github.musicgen.models.layers.NextLoss;
import io.github.musicgen.models.network.BandVaeNetwork;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What an instrument makes of what others play next, on top of what it knows of itself: the rows of weights that hear are learned, all else
 * stays. So told nothing of others it is what it was, and what it hears has to pay.
 */
final class HearingStage implements BandStage {
    private final BandVaeNetwork networks;
    private final BandVaeConfiguration configuration;
    private final int instrument;
    private final BandTrainingOptions options;
    private final DenseStack network;
    private final CellChanges again;
    private final NextLoss loss;
    private final NextExamples training;
    private final NextExamples validation;
    private List<List<Integer>> batches = List.of();

    HearingStage(
            BandVaeNetwork networks,
            int instrument,
            BandTrainingOptions options,
            TensorTable weights,
            Follows follows) {
        this.networks = networks;
        this.configuration = networks.configuration();
        this.instrument = instrument;
        this.options = options;
        this.network = networks.next(instrument, weights);
        this.again = CellChanges.of(
                weights.tensor(NextStage.again(configuration, instrument)).values());
        this.loss = NextStage.loss(configuration);
        this.training = new NextExamples(configuration, instrument, follows.learned());
        this.validation = new NextExamples(configuration, instrument, follows.watched());
    }

    @Override
    public String name() {
        return configuration.instruments().get(instrument).name() + ", hears";
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
    public boolean addsToWhatIsThere() {
        return true;
    }

    @Override
    public int epochs() {
        return options.nextEpochs();
    }

    @Override
    public int begin(int epoch) {
        batches = Batches.shuffled(training.all(), options.batchSize(), EpochDraws.random(options.seed(), epoch));
        return batches.size();
    }

    @Override
    public int size(int batch) {
        return batches.get(batch).size();
    }

    /** Others are hidden as often as hidden units are dropped, so that each alone tells what it can. */
    @Override
    public double learn(int batch, long step) {
        int[] chosen = Batches.array(batches.get(batch));
        SplittableRandom random = new SplittableRandom(options.seed() + step);
        float[] inputs = training.inputs(chosen, () -> random.nextDouble() >= options.dropout());
        float[] told = network.run(inputs, chosen.length, options.dropout(), random);
        double cost = loss.of(told, training.targets(chosen, again));
        network.back(loss.gradient());
        keepAllButHearing();
        return cost;
    }

    /** Adam leaves what has no gradient as it is. */
    private void keepAllButHearing() {
        INDArray hearing = network.gradient("0.W");
        INDArray learned = hearing.dup();
        network.gradients().assign(0);
        for (long row = configuration.nextInputs(0); row < learned.size(0); row++) {
            hearing.getRow(row).assign(learned.getRow(row));
        }
    }

    @Override
    public double validated() {
        return validation.cost(network, loss, again, NextExamples.Hearing.ALL, options.batchSize());
    }

    @Override
    public void write(Map<String, float[]> weights) {
        networks.write(instrument, network, weights);
    }
}
