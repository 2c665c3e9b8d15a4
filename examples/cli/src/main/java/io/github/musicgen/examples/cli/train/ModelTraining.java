package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.examples.cli.output.Terminal;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.CorpusSplit;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.network.MelodyNetwork;
import io.github.musicgen.models.report.LivePage;
import io.github.musicgen.models.report.TensorBoardEvents;
import io.github.musicgen.models.report.TrainingConsole;
import io.github.musicgen.models.report.TrainingPage;
import io.github.musicgen.models.training.Clipping;
import io.github.musicgen.models.training.Slicing;
import io.github.musicgen.models.training.TrainedModel;
import io.github.musicgen.models.training.Training;
import io.github.musicgen.models.training.TrainingOptions;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the train command does, apart from it: a command's own class is loaded by all others. */
final class ModelTraining {
    private static final int TRUNCATION = 128;

    private final CommandSpec spec;
    private final PrintWriter err;
    private final boolean terminal = Terminal.isThere();
    private final MelodyRnnConfiguration configuration;
    private final TrainingOptions options;
    private final CorpusOptions corpusOptions;

    ModelTraining(CommandSpec spec, CorpusChoice corpus, TrainingChoice choice) {
        this.spec = spec;
        this.err = spec.commandLine().getErr();
        configuration = configuration(choice);
        options = Usage.checked(spec, () -> options(choice));
        corpusOptions = CorpusInput.options(spec, corpus, configuration.stepsPerQuarter());
    }

    private MelodyRnnConfiguration configuration(TrainingChoice choice) {
        MelodyRnnConfiguration named = MelodyRnnConfiguration.all().stream()
                .filter(each -> each.name().equals(choice.name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--config must be basic, mono, lookback or attention, but was \"" + choice.name + "\""));
        return Usage.checked(spec, () -> {
            MelodyRnnConfiguration chosen = named.withLayers(choice.layers).withCell(choice.cell);
            MelodyNetwork.requireTrainable(chosen);
            return chosen;
        });
    }

    private TrainingOptions options(TrainingChoice choice) {
        requirePositive("--learning-rate", choice.learningRate);
        requirePositive("--decay", choice.decay);
        return TrainingOptions.usual().toBuilder()
                .batchSize(choice.batch)
                .slicing(slicing(choice.crop, choice.truncate))
                .updater(new Adam(new ExponentialSchedule(ScheduleType.EPOCH, choice.learningRate, choice.decay)))
                .recurrentDropout(choice.recurrentDropout)
                .inputDropout(choice.inputDropout)
                .dropout(choice.dropout)
                .l2(choice.l2)
                .clipping(Clipping.global(choice.clip))
                .averaging(choice.averaging)
                .epochs(choice.epochs)
                .patience(choice.patience)
                .augmentation(
                        CorpusInput.transposed(choice.transpose, configuration.minPitch(), configuration.maxPitch()))
                .seed(choice.seed)
                .build();
    }

    private static Slicing slicing(@Nullable Integer crop, @Nullable Integer truncate) {
        if (crop != null && truncate != null) {
            throw new IllegalArgumentException("--truncate says how whole melodies are learned, so it cannot be "
                    + truncate + " when --crop is " + crop + ": leave one of them out");
        }
        return crop == null
                ? new Slicing.Whole(Objects.requireNonNullElse(truncate, TRUNCATION))
                : new Slicing.Crops(crop);
    }

    private static void requirePositive(String option, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(option + " must be more than 0 and finite, but was " + value);
        }
    }

    /** Reads and trains, and shows how it goes wherever that is wished. */
    void run(CorpusChoice choice, ModelCard card, Precision precision, TrainingPlaces places) throws IOException {
        Training.requireNoOther(places.checkpoints());
        Corpus corpus = new CorpusInput(spec, corpusOptions).read(choice, places.corpusReport());
        Training training = CorpusInput.divided(
                choice.folders, () -> Training.of(configuration).corpus(corpus));
        run(training, corpus, card, precision, places);
    }

    /** The model is written first: what only tells of it may fail then. */
    private void run(Training training, Corpus corpus, ModelCard card, Precision precision, TrainingPlaces places)
            throws IOException {
        training.options(options).card(card).precision(precision).checkpoints(places.checkpoints());
        TrainedModel trained;
        try (TrainingWatchers watchers = watchers(card, places)) {
            trained = run(training.progress(watchers.progress()));
            trained.bundle().write(places.model(), precision);
        }
        if (places.page() != null) {
            List<Melody> heldOut =
                    CorpusSplit.melodies(corpus.split(SplitFractions.usual()).test());
            TrainingPage.of(trained, heldOut).options(options).write(places.page());
        }
    }

    private TrainingWatchers watchers(ModelCard card, TrainingPlaces places) throws IOException {
        TrainingWatchers watchers = new TrainingWatchers();
        watchers.add(TrainingConsole.of(err, terminal));
        if (places.page() != null) {
            watchers.add(LivePage.at(
                    places.page(),
                    history -> TrainingPage.of(history)
                            .title(card.id())
                            .model(configuration)
                            .options(options)));
        }
        if (places.events() != null) {
            watchers.add(TensorBoardEvents.in(places.events()));
        }
        return watchers;
    }

    private static TrainedModel run(Training training) throws IOException {
        try {
            return training.run();
        } catch (TrainingDivergedException diverged) {
            throw new IOException(diverged.getMessage(), diverged);
        }
    }

    /** Removes what a training that has ended needs no more. */
    void deleteCheckpoints(Path folder) throws IOException {
        Training.deleteCheckpoints(folder);
    }
}
