package io.github.musicgen.models.training.melodyvae;

import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.codec.MelodyVaeJson;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.melodyvae.MelodyVae;
import io.github.musicgen.api.melodyvae.MelodyVaeConfiguration;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.drums.DrumCorpus;
import io.github.musicgen.models.corpus.drums.DrumSplit;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.evaluation.melodyvae.LatentDraws;
import io.github.musicgen.models.evaluation.melodyvae.LatentScore;
import io.github.musicgen.models.training.checkpoint.Checkpoints;
import io.github.musicgen.models.training.course.Provenance;
import io.github.musicgen.models.training.course.TrainingData;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains a space of melodies or of drums, as {@code Training} trains models that continue melodies.
 *
 * <pre>{@code
 * TrainedLatentModel trained = LatentTraining.of(MelodyVaeConfiguration.small())
 *         .corpus(Corpus.read(Path.of("tunes"), CorpusOptions.training()))
 *         .options(LatentTrainingOptions.usual().toBuilder().beta(0.1).build())
 *         .precision(Precision.F16)
 *         .checkpoints(Path.of("checkpoints"))
 *         .run();
 * trained.bundle().write(Path.of("two-bars.safetensors"), Precision.F16);
 * }</pre>
 *
 * <p>Melodies are cut into stretches of as many bars as the space knows, one bar apart; those that are not in 4/4 are left out. Drums come
 * so from their corpus:
 *
 * <pre>{@code
 * MelodyVaeConfiguration configuration = MelodyVaeConfiguration.smallDrums();
 * TrainedLatentModel trained = LatentTraining.of(configuration)
 *         .drums(DrumCorpus.read(configuration, Path.of("beats")))
 *         .run();
 * }</pre>
 *
 * <p>Each setter changes this object and returns it.
 */
public final class LatentTraining {
    private static final long SCORE_SEED = 1;

    private final MelodyVaeConfiguration configuration;
    private LatentTrainingOptions options = LatentTrainingOptions.usual();
    private @Nullable LatentData<?> data;
    private ModelCard card;
    private Precision precision = Precision.F32;
    private @Nullable Path checkpoints;
    private Duration betweenCheckpoints = Duration.ofMinutes(2);
    private LatentProgress progress = LatentProgress.NONE;

    private LatentTraining(MelodyVaeConfiguration configuration) {
        this.configuration = configuration;
        this.card = ModelCard.of(configuration.name());
    }

    /**
     * A training with the usual options.
     *
     * @param configuration what is trained
     * @return the training, still without melodies or drums
     */
    public static LatentTraining of(MelodyVaeConfiguration configuration) {
        return new LatentTraining(configuration);
    }

    /**
     * What to learn from: most of it is learned, some tells when to stop, some is what the model is judged on at the end.
     *
     * @param corpus the corpus, divided as {@link SplitFractions#usual} says
     * @return this
     * @throws UnusableCorpusException if it has too few pieces to be divided, or a side without a stretch of 4/4 as long as the space knows
     * @throws IllegalArgumentException if it is a space of drums
     */
    public LatentTraining corpus(Corpus corpus) throws UnusableCorpusException {
        configuration.melodies();
        data = LatentData.of(corpus, configuration);
        return this;
    }

    /**
     * What to learn from, divided already.
     *
     * @param training what is learned, as it is written
     * @param validation what tells when to stop
     * @return this
     * @throws IllegalArgumentException if it is a space of drums
     */
    public LatentTraining melodies(List<Melody> training, List<Melody> validation) {
        configuration.melodies();
        data = LatentData.of(new TrainingData(training, validation, List.of(), Map.of()), configuration);
        return this;
    }

    /**
     * What a space of drums learns from: most of it is learned, some tells when to stop, some is what the model is judged on at the end.
     *
     * @param corpus the corpus, divided as {@link SplitFractions#usual} says
     * @return this
     * @throws UnusableCorpusException if it has too few pieces to be divided
     * @throws IllegalArgumentException if it is a space of melodies, or the corpus was read for stretches of another length or grid
     */
    public LatentTraining drums(DrumCorpus corpus) throws UnusableCorpusException {
        Map<String, String> origin =
                Provenance.ofPieces(corpus.fingerprint(), corpus.pieces().size());
        return drums(corpus.split(SplitFractions.usual()), origin);
    }

    /**
     * What a space of drums learns from, divided already.
     *
     * @param split what is learned and what tells when to stop; nothing may be left for the test
     * @return this
     * @throws IllegalArgumentException if it is a space of melodies, or stretches are of another length or grid
     */
    public LatentTraining drums(DrumSplit split) {
        return drums(split, Map.of());
    }

    private LatentTraining drums(DrumSplit split, Map<String, String> origin) {
        configuration.drums();
        data = LatentData.of(split, origin, configuration);
        return this;
    }

    /**
     * How to learn.
     *
     * @param newOptions the options
     * @return this
     */
    public LatentTraining options(LatentTrainingOptions newOptions) {
        options = newOptions;
        return this;
    }

    /**
     * What the model's card says; where it comes from and what it can do is added.
     *
     * @param newCard the card
     * @return this
     */
    public LatentTraining card(ModelCard newCard) {
        card = newCard;
        return this;
    }

    /**
     * How the outcome will be stored. Its weights are rounded accordingly, so that the figures on its card are those of the file.
     *
     * @param newPrecision 32 bits unless said otherwise
     * @return this
     */
    public LatentTraining precision(Precision newPrecision) {
        precision = newPrecision;
        return this;
    }

    /**
     * Where to keep what is needed to go on; a training that was stopped ends with the very weights that it would have ended with had
     * it not been.
     *
     * @param folder a folder, which need not exist
     * @return this
     */
    public LatentTraining checkpoints(Path folder) {
        checkpoints = folder;
        return this;
    }

    /**
     * How often to keep what is needed to go on, besides at the end of each epoch.
     *
     * @param time how much work a kill may cost
     * @return this
     */
    public LatentTraining betweenCheckpoints(Duration time) {
        betweenCheckpoints = time;
        return this;
    }

    /**
     * Whom to tell how it goes.
     *
     * @param newProgress is told
     * @return this
     */
    public LatentTraining progress(LatentProgress newProgress) {
        progress = newProgress;
        return this;
    }

    /**
     * Trains.
     *
     * @return the best model
     * @throws IOException if a checkpoint cannot be read or written, and the one before it stays; or if another training is under way
     *     in the folder
     * @throws TrainingDivergedException if a gradient is no longer a number, or the loss hopeless
     * @throws IllegalArgumentException if drums shall be transposed or stretched
     */
    public TrainedLatentModel run() throws IOException {
        LatentData<?> known = data();
        return described(run(known), known);
    }

    private LatentData<?> data() {
        LatentData<?> known = data;
        if (known == null) {
            throw new IllegalStateException(
                    "a training must have melodies or drums: call corpus, melodies or drums before");
        }
        return known;
    }

    /**
     * Judges a space by what this training keeps for the end, without learning anything.
     *
     * @param bundle a space that learned other pieces
     * @return what its card says if it was trained so, by name; nothing if no piece is kept for the end
     * @throws IllegalArgumentException if it is another space than this training is of
     */
    public Map<String, Double> judge(MelodyVaeBundle bundle) {
        if (!bundle.configuration().equals(configuration)) {
            throw new IllegalArgumentException("a space that is judged must be as this training makes it, "
                    + configuration.name() + ", but " + bundle.card().id() + " is of another configuration, "
                    + bundle.configuration().name());
        }
        return figures(bundle, data());
    }

    private TrainedLatentModel run(LatentData<?> known) throws IOException {
        Path folder = checkpoints;
        if (folder == null) {
            return run(known, Optional.empty());
        }
        LatentCheckpointFiles files = new LatentCheckpointFiles(identity(known));
        try (Checkpoints<LatentCheckpoint> kept = Checkpoints.open(folder, betweenCheckpoints, files)) {
            return run(known, Optional.of(kept));
        }
    }

    private TrainedLatentModel run(LatentData<?> known, Optional<Checkpoints<LatentCheckpoint>> kept)
            throws IOException {
        return new LatentTrainingRun(configuration, options, known, card, kept, progress).run();
    }

    /** All that decides the weights; how long it may go on does not change the way. */
    private Map<String, String> identity(LatentData<?> known) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("model", JsonWriter.toText(MelodyVaeJson.of(configuration)));
        identity.put(
                "options", options.toBuilder().epochs(1).patience(1).build().toString());
        identity.put(configuration.contents().plural(), known.fingerprint());
        return identity;
    }

    private TrainedLatentModel described(TrainedLatentModel trained, LatentData<?> known) {
        MelodyVaeBundle bundle = PriorFit.of(trained.bundle().rounded(precision), known.training())
                .rounded(precision);
        LatentEpoch best = trained.history().get(trained.bestEpoch() - 1);
        Map<String, String> learned = Provenance.of(
                known.origin(),
                configuration.contents().plural(),
                known.training().size(),
                best.epoch(),
                best.steps());
        ModelCard full = Provenance.onCard(card, learned, options.seed(), options.toString(), judge(bundle));
        return new TrainedLatentModel(bundle.withCard(full), trained.bestEpoch(), trained.history());
    }

    /** On the test side, if there is one. */
    private static Map<String, Double> figures(MelodyVaeBundle bundle, LatentData<?> known) {
        if (known.test().isEmpty()) {
            return Map.of();
        }
        MelodyVae model = bundle.model(Engine.portable());
        LatentScore score = LatentScore.of(model, known.test(), SCORE_SEED);
        Map<String, Double> figures = new TreeMap<>(Map.of(
                counted(bundle.configuration().contents()),
                (double) score.stretches(),
                "testTaughtAccuracy",
                score.taught(),
                "testSampledAccuracy",
                score.sampled(),
                "testNatsPerStep",
                score.natsPerStep(),
                "testDivergence",
                score.divergence(),
                "testActiveUnits",
                (double) score.activeUnits()));
        Set<Object> learned = new HashSet<>(known.training());
        figures.put("testAlsoLearned", (double)
                known.test().stream().filter(learned::contains).count());
        if (known.test().size() >= LatentDraws.LEAST) {
            LatentDraws draws = known.draws(model, bundle.sampling(), SCORE_SEED);
            figures.put("testDrawnOverlap", draws.overlap());
            figures.put("testDrawnOverlapHeldOut", draws.heldOut());
        }
        return figures;
    }

    /** The name of the figure that says how many stretches were looked at: testMelodies, testDrums. */
    private static String counted(LatentContents contents) {
        String plural = contents.plural();
        return "test" + plural.substring(0, 1).toUpperCase(Locale.ROOT) + plural.substring(1);
    }
}
