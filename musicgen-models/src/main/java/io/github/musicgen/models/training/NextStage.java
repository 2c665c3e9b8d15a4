package io.github.musicgen.models.training;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bandvae.BandVaeTensors;
import io.github.musicgen.api.random.SeededRandom;
import io.github.musicgen.models.corpus.LedPiece;
import io.github.musicgen.models.evaluation.Listening;
import io.github.musicgen.models.layers.DenseStack;
import io.github.musicgen.models.layers.NextLoss;
import io.github.musicgen.models.layers.NextTargets;
import io.github.musicgen.models.network.BandVaeNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What leads to the next segment of an instrument. What becomes of cells when a segment is an earlier one once more, changed, is counted
 * after each epoch, each succession as much as it was one (expectation maximization).
 */
final class NextStage implements BandStage {
    private static final int STATES = BandVaeTensors.STATES;

    /** At first nearly all cells stay what they are, so that repetition is told from what is new. */
    private static final double STAYS = 0.98;

    private static final double SMOOTHING = 1;

    /**
     * For so many epochs that stays so. Before the network knows what is new, repetition explains everything best, badly, and once it is
     * taken to change many cells, nothing else is ever learned.
     */
    private static final int WARM_UP = 5;

    private final BandVaeNetwork networks;
    private final BandVaeConfiguration configuration;
    private final int instrument;
    private final BandTrainingOptions options;
    private final Listening listening;
    private final DenseStack network;
    private final NextLoss loss;
    private final Successions training;
    private final Successions validation;
    private double[] again = first(); // [STATES * STATES]
    private double[] counts = new double[STATES * STATES];
    private List<List<Integer>> batches = List.of();
    private int epoch;

    NextStage(
            BandVaeNetwork networks,
            int instrument,
            BandTrainingOptions options,
            Listening listening,
            Successions training,
            Successions validation) {
        this.networks = networks;
        this.configuration = networks.configuration();
        this.instrument = instrument;
        this.options = options;
        this.listening = listening;
        this.network = networks.next(instrument, options.seed() + instrument);
        if (configuration.chances()) {
            beginDeaf();
        }
        this.loss = new NextLoss(
                configuration.latentSize(), 2 * configuration.lags().size());
        this.training = training;
        this.validation = validation;
    }

    /** Who hears others begins as if it did not, so that what it hears has to pay. */
    private void beginDeaf() {
        INDArray weights = network.parameter("0.W");
        for (long row = configuration.nextInputs(0); row < weights.size(0); row++) {
            weights.getRow(row).assign(0);
        }
    }

    private static double[] first() {
        double[] again = new double[STATES * STATES];
        for (int i = 0; i < again.length; i++) {
            again[i] = i / STATES == i % STATES ? STAYS : (1 - STAYS) / (STATES - 1);
        }
        return again;
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
        SeededRandom random = EpochDraws.random(options.seed(), epoch);
        List<Integer> order = new ArrayList<>();
        for (int i : played(training)) {
            order.add(i);
            Collections.swap(order, order.size() - 1, random.nextInt(order.size()));
        }
        batches = Batches.of(order, options.batchSize());
        return batches.size();
    }

    /** The segments of pieces in which somebody else leads, or that are as they are. */
    private List<Integer> played(Successions data) {
        return IntStream.range(0, data.size())
                .filter(i -> LedPiece.hasPart(data.leader()[i], instrument))
                .boxed()
                .toList();
    }

    @Override
    public int size(int batch) {
        return batches.get(batch).size();
    }

    @Override
    public double learn(int batch, long step) {
        int[] chosen = array(batches.get(batch));
        SplittableRandom random = new SplittableRandom(options.seed() + step);
        Hiding hiding = () -> configuration.chances() && random.nextDouble() < options.dropout();
        float[] told = network.run(inputs(training, chosen, hiding), chosen.length, options.dropout(), random);
        double cost = loss.of(told, targets(training, chosen));
        network.back(loss.gradient());
        count(chosen);
        return cost;
    }

    private static int[] array(List<Integer> batch) {
        return batch.stream().mapToInt(Integer::intValue).toArray();
    }

    private void count(int[] chosen) {
        double[][] old = loss.old();
        int lags = configuration.lags().size();
        for (int lag = 0; lag < lags; lag++) {
            for (int i = 0; i < chosen.length; i++) {
                int[] changes = training.changes()[instrument][chosen[i]][lag];
                for (int state = 0; state < changes.length; state++) {
                    counts[state] += old[lags + lag][i] * changes[state];
                }
            }
        }
    }

    /** Whether the next point of another is to be hidden. Who hears points only now and then does not learn by heart what goes with which. */
    private interface Hiding {
        boolean next();
    }

    /** Rows of the batch, in the order in which {@link io.github.musicgen.api.bandvae.BandVae#next} is told. */
    private float[] inputs(Successions data, int[] chosen, Hiding hidden) {
        float[] inputs = new float[configuration.nextInputs(instrument) * chosen.length];
        for (int example = 0; example < chosen.length; example++) {
            int last = data.last()[chosen[example]];
            int next = data.next()[chosen[example]];
            int place = write(data.means()[instrument][last], inputs, 0, example, chosen.length);
            place = write(flags(data.came()[instrument][last]), inputs, place, example, chosen.length);
            for (int other = 0; other < configuration.heard(instrument); other++) {
                boolean hears = listening.hears(other);
                boolean hides = hidden.next(); // drawn for all, so that who hears nobody is dropped the same units
                float[] point = data.means()[other][next];
                boolean[] came = data.came()[other][next];
                place = write(hears && !hides ? point : new float[point.length], inputs, place, example, chosen.length);
                place = write(hears ? flags(came) : new float[came.length], inputs, place, example, chosen.length);
            }
        }
        return inputs;
    }

    private static float[] flags(boolean[] came) {
        float[] flags = new float[came.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = came[i] ? 1 : 0;
        }
        return flags;
    }

    private static int write(float[] values, float[] inputs, int place, int example, int batch) {
        for (int i = 0; i < values.length; i++) {
            inputs[(place + i) * batch + example] = values[i];
        }
        return place + values.length;
    }

    private NextTargets targets(Successions data, int[] chosen) {
        int batch = chosen.length;
        int latent = configuration.latentSize();
        float[] means = new float[latent * batch];
        float[] variances = new float[latent * batch];
        double[] surprise = new double[batch];
        int lags = configuration.lags().size();
        double[][] repeated = new double[2 * lags][batch];
        boolean[][] possible = new boolean[2 * lags][batch];
        for (int example = 0; example < batch; example++) {
            int next = data.next()[chosen[example]];
            write(data.means()[instrument][next], means, 0, example, batch);
            write(data.variances()[instrument][next], variances, 0, example, batch);
            surprise[example] = data.surprise()[instrument][next];
            for (int lag = 0; lag < lags; lag++) {
                int[] changes = data.changes()[instrument][chosen[example]][lag];
                repeated[lag][example] = data.came()[instrument][next][lag] ? 0 : Double.POSITIVE_INFINITY;
                repeated[lags + lag][example] = repeated(changes);
                possible[lag][example] = changes.length > 0;
                possible[lags + lag][example] = changes.length > 0;
            }
        }
        return new NextTargets(means, variances, surprise, repeated, possible);
    }

    private double repeated(int[] changes) {
        double nats = changes.length == 0 ? Double.POSITIVE_INFINITY : 0;
        for (int state = 0; state < changes.length; state++) {
            nats -= changes[state] * Math.log(again[state]);
        }
        return nats;
    }

    @Override
    public double validated() {
        double sum = 0;
        List<Integer> all = played(validation);
        for (List<Integer> batch : Batches.of(all, options.batchSize())) {
            int[] chosen = array(batch);
            float[] told = network.run(inputs(validation, chosen, () -> false), chosen.length);
            sum += loss.of(told, targets(validation, chosen)) * chosen.length;
        }
        return sum / all.size();
    }

    @Override
    public List<Double> memory() {
        List<Double> memory = new ArrayList<>();
        for (double[] part : List.of(again, counts)) {
            for (double value : part) {
                memory.add(value);
            }
        }
        return memory;
    }

    @Override
    public void remember(List<Double> memory) {
        for (int i = 0; i < again.length && !memory.isEmpty(); i++) {
            again[i] = memory.get(i);
            counts[i] = memory.get(again.length + i);
        }
    }

    @Override
    public void end() {
        double[] counted = new double[STATES * STATES];
        for (int row = 0; row < STATES; row++) {
            double sum = 0;
            for (int i = 0; i < STATES; i++) {
                sum += counts[row * STATES + i] + SMOOTHING;
            }
            for (int i = 0; i < STATES; i++) {
                counted[row * STATES + i] = (counts[row * STATES + i] + SMOOTHING) / sum;
            }
        }
        again = epoch < WARM_UP ? again : counted;
        counts = new double[STATES * STATES];
    }

    @Override
    public void write(Map<String, float[]> weights) {
        networks.write(instrument, network, weights);
        if (configuration.chances()) {
            float[] values = new float[again.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) again[i];
            }
            weights.put(
                    BandVaeTensors.again(
                            configuration.instruments().get(instrument).name()),
                    values);
        }
    }
}
