package io.github.musicgen.models.training;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.training.checkpoint.Checkpoints;
import io.github.musicgen.models.training.course.TrainingData;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Trains a melody model.
 *
 * <pre>{@code
 * Corpus corpus = Corpus.read(Path.of("tunes"), CorpusOptions.training());
 * TrainedModel trained = Training.of(MelodyRnnConfiguration.lookbackRnn())
 *         .corpus(corpus)
 *         .options(TrainingOptions.usual().toBuilder().dropout(0.4).build())
 *         .precision(Precision.F16)
 *         .checkpoints(Path.of("checkpoints"))
 *         .run();
 * trained.bundle().write(Path.of("tunes.safetensors"), Precision.F16);
 * }</pre>
 *
 * <p>The model learns one part of the corpus, until it makes no more progress on another part or all epochs are over; the
 * weights of the best epoch are the outcome. The same corpus, options and seed give the same weights on the same machine.
 *
 * <p>Each setter changes this object and returns it.
 */
public final class Training {
    private final MelodyRnnConfiguration configuration;
    private TrainingOptions options = TrainingOptions.usual();
    private @Nullable TrainingData data;
    private ModelCard card;
    private Precision precision = Precision.F32;
    private @Nullable Path checkpoints;
    private Duration betweenCheckpoints = Duration.ofMinutes(2);
    private TrainingProgress progress = TrainingProgress.NONE;
    private List<TrainingListener> listeners = List.of();

    private Training(MelodyRnnConfiguration configuration) {
        this.configuration = configuration;
        this.card = ModelCard.of(configuration.name());
    }

    /**
     * A training with the usual options.
     *
     * @param configuration what is trained
     * @return the training, still without melodies
     */
    public static Training of(MelodyRnnConfiguration configuration) {
        return new Training(configuration);
    }

    /**
     * What to learn from: most of it is learned, some tells when to stop, some is what the model is judged on at the end.
     *
     * @param corpus the corpus, divided as {@link io.github.musicgen.models.corpus.division.SplitFractions#usual} says
     * @return this
     * @throws UnusableCorpusException if it has too few pieces to be divided
     */
    public Training corpus(Corpus corpus) throws UnusableCorpusException {
        data = TrainingData.of(corpus);
        return this;
    }

    /**
     * What to learn from, divided already.
     *
     * @param training what is learned, as it is written
     * @param validation what tells when to stop
     * @return this
     */
    public Training melodies(List<Melody> training, List<Melody> validation) {
        data = new TrainingData(training, validation, List.of(), Map.of());
        return this;
    }

    /**
     * How to learn.
     *
     * @param newOptions the options
     * @return this
     */
    public Training options(TrainingOptions newOptions) {
        options = newOptions;
        return this;
    }

    /**
     * What the model's card says; where it comes from and what it can do is added.
     *
     * @param newCard the card
     * @return this
     */
    public Training card(ModelCard newCard) {
        card = newCard;
        return this;
    }

    /**
     * How the outcome will be stored. Its weights are rounded accordingly, so that the figures on its card are those of the file.
     *
     * @param newPrecision 32 bits unless said otherwise
     * @return this
     */
    public Training precision(Precision newPrecision) {
        precision = newPrecision;
        return this;
    }

    /**
     * Where to keep what is needed to go on. If there is a checkpoint of the same training already, that is where this one
     * begins, and it ends with the very weights that it would have ended with had it not been stopped. It may be given more
     * epochs or patience than before, not less. One folder is for one training at a time: a second one is refused.
     *
     * @param folder a folder, which need not exist
     * @return this
     */
    public Training checkpoints(Path folder) {
        checkpoints = folder;
        return this;
    }

    /**
     * Deletes checkpoints that nobody needs any more, and their folder if there is nothing else in it.
     *
     * @param folder a folder that {@link #checkpoints} was called with
     * @throws IOException if they cannot be deleted, or a training needs them still
     */
    public static void deleteCheckpoints(Path folder) throws IOException {
        Checkpoints.delete(folder);
    }

    /**
     * Refuses a folder for checkpoints in which another training is under way. {@link #run} does so, too, but only once all
     * melodies are there.
     *
     * @param folder a folder, which need not exist
     * @throws IOException if another training keeps its checkpoints there
     */
    public static void requireNoOther(Path folder) throws IOException {
        Checkpoints.requireFree(folder);
    }

    /**
     * How often to keep what is needed to go on, besides at the end of each epoch.
     *
     * @param time how much work a kill may cost
     * @return this
     */
    public Training betweenCheckpoints(Duration time) {
        betweenCheckpoints = time;
        return this;
    }

    /**
     * Whom to tell how it goes.
     *
     * @param newProgress is told
     * @return this
     */
    public Training progress(TrainingProgress newProgress) {
        progress = newProgress;
        return this;
    }

    /**
     * Deeplearning4j's own listeners.
     *
     * @param newListeners are called besides
     * @return this
     */
    public Training listeners(TrainingListener... newListeners) {
        listeners = List.of(newListeners);
        return this;
    }

    /**
     * Trains.
     *
     * @return the best model
     * @throws IOException if a checkpoint cannot be read or written, and the one before it stays; or if another training is
     *     under way in the folder
     * @throws TrainingDivergedException if a gradient is no longer a number, or the loss hopeless
     */
    public TrainedModel run() throws IOException {
        TrainingData known = data;
        if (known == null) {
            throw new IllegalStateException("a training must have melodies: call corpus or melodies before run");
        }
        TrainedModel trained = run(known);
        Bundle bundle = trained.bundle().rounded(precision);
        return Described.of(new TrainedModel(bundle, trained.bestEpoch(), trained.history()), card, options, known);
    }

    private TrainedModel run(TrainingData known) throws IOException {
        Path folder = checkpoints;
        if (folder == null) {
            return run(known, Optional.empty());
        }
        CheckpointFiles files = new CheckpointFiles(configuration, options, known);
        try (Checkpoints<Checkpoint> kept = Checkpoints.open(folder, betweenCheckpoints, files)) {
            return run(known, Optional.of(kept));
        }
    }

    private TrainedModel run(TrainingData known, Optional<Checkpoints<Checkpoint>> kept) throws IOException {
        return new TrainingRun(configuration, options, known, card, kept, progress, listeners).run();
    }
}
