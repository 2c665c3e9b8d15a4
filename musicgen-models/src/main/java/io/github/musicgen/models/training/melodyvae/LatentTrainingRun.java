package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.models.layers.sequence.AutoencoderLoss;
import io.github.musicgen.models.layers.sequence.SequenceAutoencoder;
import io.github.musicgen.models.network.MelodyVaeNetwork;
import io.github.musicgen.models.training.checkpoint.Checkpoints;
import io.github.musicgen.models.training.course.AdamSteps;
import io.github.musicgen.models.training.course.EpochDraws;
import io.github.musicgen.models.training.course.NativeThreads;
import io.github.musicgen.models.training.course.Stopwatch;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import io.github.musicgen.models.training.course.TrainingStep;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A training of a space under way. */
final class LatentTrainingRun {
    private final LatentTrainingOptions options;
    private final ModelCard card;
    private final Optional<Checkpoints<LatentCheckpoint>> checkpoints;
    private final LatentProgress progress;
    private final MelodyVaeNetwork networks;
    private final SequenceAutoencoder network;
    private final LatentBatches training;
    private final LatentBatches validation;
    private final double guessing;
    private final AdamSteps weights;
    private LatentState state;
    private @Nullable MelodyVaeBundle best;
    private Stopwatch stopwatch = Stopwatch.start();

    LatentTrainingRun(
            MelodyVaeConfiguration configuration,
            LatentTrainingOptions options,
            LatentData<?> data,
            ModelCard card,
            Optional<Checkpoints<LatentCheckpoint>> checkpoints,
            LatentProgress progress)
            throws IOException {
        this.options = options;
        this.card = card;
        this.checkpoints = checkpoints;
        this.progress = progress;
        networks = new MelodyVaeNetwork(configuration);
        network = networks.create(options.seed());
        training = data.learned(configuration, options.augmentation(), options.batchSize());
        validation = data.watched(configuration, options.batchSize());
        guessing = configuration.steps() * Math.log(configuration.vocabulary().size());
        Optional<LatentCheckpoint> last =
                checkpoints.isPresent() ? checkpoints.get().last() : Optional.empty();
        weights = last.map(LatentCheckpoint::weights).orElseGet(() -> AdamSteps.begin(network.parameters()));
        state = last.map(LatentCheckpoint::state).orElse(LatentState.BEGINNING);
        best = last.map(LatentCheckpoint::best).orElse(null);
    }

    TrainedLatentModel run() throws IOException {
        progress.start(state.history());
        stopwatch = Stopwatch.startedBefore(state.seconds());
        NativeThreads.one(this::train);
        MelodyVaeBundle trained = Objects.requireNonNull(best, "an epoch has ended");
        return new TrainedLatentModel(trained, state.bestEpoch(), state.history());
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
        List<int[][]> batches = training.shuffled(options.seed(), state.epoch());
        Stopwatch goingOn = Stopwatch.start();
        int first = state.batch();
        for (int batch = first; batch < batches.size(); batch++) {
            learn(batches.get(batch), batch);
            double each = goingOn.seconds() / (batch + 1 - first);
            progress.step(new TrainingStep(
                    state.epoch() + 1,
                    batch + 1,
                    batches.size(),
                    state.cost() / state.learned(),
                    each * (batches.size() - batch - 1)));
            if (checkpoints.isPresent() && checkpoints.get().isDue()) {
                save();
            }
        }
    }

    private void learn(int[][] sequences, int batch) {
        long step = state.steps();
        weights.writeWeights(network.parameters());
        AutoencoderLoss loss =
                network.learn(sequences, noise(step, sequences.length), options.weightAt(step), drawing(step));
        if (!(loss.total() < TrainingDivergedException.HOPELESS * guessing)) {
            throw new TrainingDivergedException((int) step + 1, "loss", loss.total());
        }
        double norm = weights.step(
                network.gradients(), step, options.learningRateAt(step), options.clip(), options.averaging());
        if (!Double.isFinite(norm)) {
            throw new TrainingDivergedException((int) step + 1, "gradient", norm);
        }
        state = new LatentState(
                state.epoch(),
                batch + 1,
                step + 1,
                state.cost() + loss.total() * sequences.length,
                state.learned() + sequences.length,
                stopwatch.seconds(),
                state.history());
    }

    private float[] noise(long step, int batch) {
        return EpochDraws.noise(options.seed(), step, networks.configuration().latentSize() * batch);
    }

    /** Of the events that are drawn at a step. */
    private SplittableRandom drawing(long step) {
        return new SplittableRandom(options.seed() + step);
    }

    private void judge() {
        weights.writeAverage(network.parameters());
        LatentEpoch report = new LatentEpoch(
                state.epoch() + 1,
                state.steps(),
                state.cost() / state.learned(),
                validated(),
                options.learningRateAt(state.steps()),
                stopwatch.seconds());
        List<LatentEpoch> history = new ArrayList<>(state.history());
        history.add(report);
        state = new LatentState(state.epoch() + 1, 0, state.steps(), 0, 0, report.seconds(), history);
        if (state.bestEpoch() == report.epoch()) {
            best = bundle();
        }
        progress.epoch(report);
    }

    /** The mean over the stretches of the validation side, whose vectors are drawn alike in each epoch. */
    private AutoencoderLoss validated() {
        double reconstruction = 0;
        double divergence = 0;
        double total = 0;
        double hits = 0;
        int stretches = 0;
        for (int[][] batch : validation.inOrder()) {
            AutoencoderLoss loss =
                    network.run(batch, noise(-2L - stretches, batch.length), options.weightInTheEnd(), drawing(0));
            reconstruction += loss.reconstruction() * batch.length;
            divergence += loss.divergence() * batch.length;
            total += loss.total() * batch.length;
            hits += loss.hits() * batch.length;
            stretches += batch.length;
        }
        return new AutoencoderLoss(
                reconstruction / stretches, divergence / stretches, total / stretches, hits / stretches);
    }

    private MelodyVaeBundle bundle() {
        try {
            return MelodyVaeBundle.of(
                    networks.configuration(), networks.weights(network), card, MelodyVaeBundle.SAMPLING);
        } catch (MalformedModelException e) {
            throw new IllegalStateException("no gradient that is no number was taken", e);
        }
    }

    private void save() throws IOException {
        if (checkpoints.isPresent()) {
            checkpoints.get().save(new LatentCheckpoint(weights, state, best));
        }
    }
}
