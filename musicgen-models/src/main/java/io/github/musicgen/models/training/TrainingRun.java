package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.models.evaluation.ModelScore;
import io.github.musicgen.models.network.MelodyNetwork;
import io.github.musicgen.models.training.checkpoint.Checkpoints;
import io.github.musicgen.models.training.course.NativeThreads;
import io.github.musicgen.models.training.course.Stopwatch;
import io.github.musicgen.models.training.course.TrainingData;
import io.github.musicgen.models.training.course.TrainingStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/** A training under way. */
final class TrainingRun {
    private final MelodyRnnConfiguration configuration;
    private final TrainingOptions options;
    private final TrainingData data;
    private final ModelCard card;
    private final Optional<Checkpoints<Checkpoint>> checkpoints;
    private final TrainingProgress progress;
    private final MelodyNetwork networks;
    private final Examples examples;
    private final Watchdog watchdog;
    private final MultiLayerNetwork network;
    private final AverageWeights average;
    private TrainingState state;
    private @Nullable Bundle best;
    private Stopwatch stopwatch = Stopwatch.start();

    TrainingRun(
            MelodyRnnConfiguration configuration,
            TrainingOptions options,
            TrainingData data,
            ModelCard card,
            Optional<Checkpoints<Checkpoint>> checkpoints,
            TrainingProgress progress,
            List<TrainingListener> listeners)
            throws IOException {
        this.configuration = configuration;
        this.options = options;
        this.data = data;
        this.card = card;
        this.checkpoints = checkpoints;
        this.progress = progress;
        networks = new MelodyNetwork(configuration);
        examples = Examples.of(data.training(), options.augmentation(), configuration);
        watchdog = new Watchdog(options.clipping(), configuration.encoding().classCount());
        Optional<Checkpoint> last = checkpoints.isPresent() ? checkpoints.get().last() : Optional.empty();
        network = last.map(Checkpoint::network).orElseGet(() -> networks.create(options.network()));
        average = last.map(Checkpoint::average)
                .map(values -> new AverageWeights(options.averaging(), values))
                .orElseGet(() -> AverageWeights.begin(options.averaging(), network));
        state = last.map(Checkpoint::state).orElse(TrainingState.BEGINNING);
        best = last.map(Checkpoint::best).orElse(null);
        List<TrainingListener> all = new ArrayList<>(List.of(watchdog));
        all.addAll(listeners);
        network.setListeners(all);
    }

    TrainedModel run() throws IOException {
        stopwatch = Stopwatch.startedBefore(state.seconds());
        progress.start(state.history());
        NativeThreads.one(this::train);
        Bundle trained = Objects.requireNonNull(best, "an epoch has ended");
        return new TrainedModel(trained, state.bestEpoch(), state.history());
    }

    private void train() throws IOException {
        while (!ended()) {
            learn();
            judge();
            save();
        }
    }

    private boolean ended() {
        int epochs = state.history().size();
        return epochs >= options.epochs() || epochs - state.bestEpoch() >= options.patience();
    }

    /** The rest of an epoch. */
    private void learn() throws IOException {
        List<List<Slice>> batches = EpochPlan.of(examples.lengths(), options, state.epoch());
        watchdog.startAt(state.nats(), state.learned());
        Stopwatch goingOn = Stopwatch.start();
        int first = state.batch();
        for (int batch = first; batch < batches.size(); batch++) {
            learn(batches.get(batch));
            state = new TrainingState(
                    state.epoch(),
                    batch + 1,
                    watchdog.nats(),
                    watchdog.learned(),
                    stopwatch.seconds(),
                    state.history());
            double each = goingOn.seconds() / (batch + 1 - first);
            progress.step(new TrainingStep(
                    state.epoch() + 1,
                    batch + 1,
                    batches.size(),
                    state.nats() / state.learned(),
                    each * (batches.size() - batch - 1)));
            if (checkpoints.isPresent() && checkpoints.get().isDue()) {
                save();
            }
        }
    }

    private void learn(List<Slice> rows) {
        Examples.Batch batch = examples.batch(rows);
        // What is dropped depends on seed and step alone, so that a training that goes on drops the same.
        Nd4j.getRandom().setSeed(options.seed() + network.getIterationCount());
        network.fit(batch.inputs(), batch.labels(), null, batch.mask());
        average.add(network);
    }

    private void judge() {
        Watchdog.requireSound(average.values(), network.getIterationCount());
        Bundle now = bundle(card);
        EpochReport report = new EpochReport(
                state.epoch() + 1,
                network.getIterationCount(),
                state.nats() / state.learned(),
                ModelScore.of(now.model(Engine.portable()), data.validation()),
                learningRate(),
                stopwatch.seconds());
        List<EpochReport> history = new ArrayList<>(state.history());
        history.add(report);
        state = new TrainingState(state.epoch() + 1, 0, 0, 0, report.seconds(), history);
        if (state.bestEpoch() == report.epoch()) {
            best = now;
        }
        network.incrementEpochCount();
        progress.epoch(report);
    }

    private double learningRate() {
        return options.updater().getLearningRate(network.getIterationCount(), network.getEpochCount());
    }

    private Bundle bundle(ModelCard described) {
        try {
            return Bundle.of(
                    configuration,
                    average.during(network, () -> networks.weights(network)),
                    described,
                    SamplingOptions.DEFAULT);
        } catch (MalformedModelException e) {
            throw new IllegalStateException("the watchdog lets no weights pass that are no numbers", e);
        }
    }

    private void save() throws IOException {
        if (checkpoints.isPresent()) {
            checkpoints.get().save(new Checkpoint(network, average.values(), state, best));
        }
    }
}
