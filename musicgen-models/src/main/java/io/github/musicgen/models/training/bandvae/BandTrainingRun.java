package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.api.tensor.Tensor;
import io.github.musicgen.api.tensor.TensorTable;
import io.github.musicgen.models.network.BandVaeNetwork;
import io.github.musicgen.models.training.checkpoint.Checkpoints;
import io.github.musicgen.models.training.course.AdamSteps;
import io.github.musicgen.models.training.course.NativeThreads;
import io.github.musicgen.models.training.course.Stopwatch;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import io.github.musicgen.models.training.course.TrainingStep;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A training of a band under way: all autoencoders, one after the other, what leads to the next segment of each instrument, and what they
 * hear of each other.
 */
final class BandTrainingRun {
    private final BandVaeNetwork networks;
    private final BandTrainingOptions options;
    private final BandLessons lessons;
    private final ModelCard card;
    private final Optional<Checkpoints<BandCheckpoint>> checkpoints;
    private final BandProgress progress;
    private final int instruments;
    private final Map<String, float[]> best = new LinkedHashMap<>();
    private BandState state;
    private @Nullable AdamSteps saved; // of the network that was under way
    private @Nullable Follows follows;
    private Stopwatch stopwatch = Stopwatch.start();

    BandTrainingRun(
            BandVaeConfiguration configuration,
            BandTrainingOptions options,
            BandLessons lessons,
            ModelCard card,
            Optional<Checkpoints<BandCheckpoint>> checkpoints,
            BandProgress progress)
            throws IOException {
        this.networks = new BandVaeNetwork(configuration);
        this.options = options;
        this.lessons = lessons;
        this.card = card;
        this.checkpoints = checkpoints;
        this.progress = progress;
        this.instruments = configuration.instruments().size();
        Optional<BandCheckpoint> last =
                checkpoints.isPresent() ? checkpoints.get().last() : Optional.empty();
        state = last.map(BandCheckpoint::state).orElse(BandState.BEGINNING);
        saved = last.map(BandCheckpoint::weights).orElse(null);
        if (last.isPresent()) {
            for (Tensor tensor : last.get().best().tensors()) {
                best.put(tensor.name(), tensor.values());
            }
        } else {
            writeBeginnings();
        }
    }

    private void writeBeginnings() {
        for (int i = 0; i < instruments; i++) {
            networks.write(i, networks.autoencoder(i, options.seed() + i), best);
            NextStage.writeBeginning(networks, i, options, best);
        }
        if (chances()) {
            new EarParameters(networks.configuration()).write(best);
        }
    }

    TrainedBand run() throws IOException {
        progress.start(state.history());
        stopwatch = Stopwatch.startedBefore(state.seconds());
        NativeThreads.one(() -> {
            while (state.stage() < stages()) {
                train(stage());
                state = new BandState(
                        state.stage() + 1,
                        0,
                        0,
                        0,
                        state.total(),
                        0,
                        0,
                        stopwatch.seconds(),
                        List.of(),
                        state.history());
            }
        });
        return new TrainedBand(bundle(), state.history());
    }

    private boolean chances() {
        return networks.configuration().chances();
    }

    /** In bands with chances all but the first hear others, and their ears are learned last. */
    private int stages() {
        return chances() ? 3 * instruments : 2 * instruments;
    }

    /** First autoencoders, then what leads to next segments, and at last what instruments hear of each other. */
    private BandStage stage() {
        int index = state.stage();
        if (index < instruments) {
            return new AutoencoderStage(networks, index, options, lessons);
        }
        if (index < 2 * instruments) {
            return new NextStage(networks, index - instruments, options, follows());
        }
        int listener = index - 2 * instruments + 1; // the first hears nobody
        if (listener < instruments) {
            return new HearingStage(networks, listener, options, networks.table(best), follows());
        }
        return EarStage.of(networks.configuration(), networks.table(best), options, lessons);
    }

    private Follows follows() {
        Follows known = follows;
        if (known == null) {
            TensorTable points = networks.table(best);
            known = new Follows(
                    Successions.of(networks, points, lessons.learned(), semitones(networks.configuration(), options)),
                    Successions.of(networks, points, lessons.watched(), 0));
            follows = known;
        }
        return known;
    }

    /** What follows in one key is learned in that key alone: who knew its neighbours, too, would play in any of them. */
    private static int semitones(BandVaeConfiguration configuration, BandTrainingOptions options) {
        return configuration.oneKey() ? 0 : options.semitones();
    }

    private void train(BandStage stage) throws IOException {
        AdamSteps weights = saved == null ? AdamSteps.begin(stage.parameters()) : saved;
        saved = null;
        stage.remember(state.memory());
        if (stage.addsToWhatIsThere() && stage.epochs() > 0 && state.ofStage().isEmpty()) {
            double asItIs = stage.validated();
            report(new BandEpoch(
                    state.stage(), stage.name(), 0, 0, asItIs, asItIs, options.learningRateAt(0), stopwatch.seconds()));
        }
        while (!ended(stage)) {
            learn(stage, weights);
            judge(stage, weights);
            save(weights);
        }
    }

    private boolean ended(BandStage stage) {
        int epochs = state.epoch();
        return epochs >= stage.epochs() || epochs - state.bestEpoch() >= options.patience();
    }

    /** The rest of an epoch. */
    private void learn(BandStage stage, AdamSteps weights) throws IOException {
        int batches = stage.begin(state.epoch());
        Stopwatch goingOn = Stopwatch.start();
        int first = state.batch();
        for (int batch = first; batch < batches; batch++) {
            weights.writeWeights(stage.parameters());
            long step = state.steps();
            double cost = stage.learn(batch, step);
            double norm = weights.step(
                    stage.gradients(), step, options.learningRateAt(step), options.clip(), options.averaging());
            if (!Double.isFinite(norm) || !Double.isFinite(cost)) {
                throw new TrainingDivergedException(
                        (int) step + 1, "gradient of the " + stage.name(), Double.isFinite(norm) ? cost : norm);
            }
            int size = stage.size(batch);
            state = new BandState(
                    state.stage(),
                    state.epoch(),
                    batch + 1,
                    step + 1,
                    state.total() + 1,
                    state.cost() + cost * size,
                    state.learned() + size,
                    stopwatch.seconds(),
                    stage.memory(),
                    state.history());
            double each = goingOn.seconds() / (batch + 1 - first);
            progress.step(new TrainingStep(
                    state.epoch() + 1,
                    batch + 1,
                    batches,
                    state.cost() / state.learned(),
                    each * (batches - batch - 1)));
            if (checkpoints.isPresent() && checkpoints.get().isDue()) {
                save(weights);
            }
        }
    }

    private void judge(BandStage stage, AdamSteps weights) {
        stage.end();
        weights.writeAverage(stage.parameters());
        BandEpoch report = new BandEpoch(
                state.stage(),
                stage.name(),
                state.epoch() + 1,
                state.steps(),
                state.cost() / state.learned(),
                stage.validated(),
                options.learningRateAt(state.steps()),
                stopwatch.seconds());
        state = new BandState(
                state.stage(),
                state.epoch() + 1,
                0,
                state.steps(),
                state.total(),
                0,
                0,
                report.seconds(),
                stage.memory(),
                state.history());
        report(report);
        if (state.bestEpoch() == report.epoch()) {
            stage.write(best);
        }
    }

    private void report(BandEpoch epoch) {
        state = state.with(epoch);
        progress.epoch(epoch);
    }

    private BandVaeBundle bundle() {
        try {
            return BandVaeBundle.of(networks.configuration(), networks.table(best), card, SamplingOptions.DEFAULT);
        } catch (MalformedModelException e) {
            throw new IllegalStateException("no gradient that is no number was taken", e);
        }
    }

    private void save(AdamSteps weights) throws IOException {
        if (checkpoints.isPresent()) {
            checkpoints.get().save(new BandCheckpoint(weights, state, bundle()));
        }
    }
}
