package io.github.musicgen.models.training.bandvae;

import io.github.musicgen.api.bandvae.BandVaeConfiguration;
import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.api.codec.BandVaeJson;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.api.json.JsonWriter;
import io.github.musicgen.models.corpus.band.BandCorpus;
import io.github.musicgen.models.corpus.band.BandPiece;
import io.github.musicgen.models.corpus.band.BandSplit;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.models.training.checkpoint.Checkpoints;
import io.github.musicgen.models.training.course.Provenance;
import io.github.musicgen.models.training.course.TrainingDivergedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Trains a band, as {@code Training} trains models of melodies.
 *
 * <pre>{@code
 * BandVaeConfiguration configuration = BandVaeConfiguration.band();
 * TrainedBand trained = BandTraining.of(configuration)
 *         .corpus(BandCorpus.read(configuration, Path.of("songs")))
 *         .precision(Precision.F16)
 *         .checkpoints(Path.of("checkpoints"))
 *         .run();
 * trained.bundle().write(Path.of("band.safetensors"), Precision.F16);
 * }</pre>
 *
 * <p>Each setter changes this object and returns it.
 */
public final class BandTraining {
    private static final String SALT = "salt";

    private final BandVaeConfiguration configuration;
    private SplitFractions division = SplitFractions.usual();
    private BandTrainingOptions options = BandTrainingOptions.usual();
    private @Nullable BandSplit data;
    private Map<String, String> origin = Map.of();
    private ModelCard card;
    private Precision precision = Precision.F32;
    private @Nullable Path checkpoints;
    private Duration betweenCheckpoints = Duration.ofMinutes(2);
    private BandProgress progress = BandProgress.NONE;

    private BandTraining(BandVaeConfiguration configuration) {
        this.configuration = configuration;
        this.card = ModelCard.of(configuration.name());
    }

    /**
     * A training with the usual options.
     *
     * @param configuration what is trained
     * @return the training, still without pieces
     */
    public static BandTraining of(BandVaeConfiguration configuration) {
        return new BandTraining(configuration);
    }

    /**
     * A training that divides music as that of a band did: what is not learned here was not learned there, if it is the same music.
     *
     * @param bundle the band
     * @return the training, still without pieces
     * @throws MalformedModelException if the band's card says something else than a number decides the division
     */
    public static BandTraining like(BandVaeBundle bundle) throws MalformedModelException {
        BandTraining training = of(bundle.configuration());
        String salt = bundle.card().provenance().getOrDefault(SALT, "0");
        try {
            training.division = training.division.withSalt(Integer.parseInt(salt));
        } catch (NumberFormatException e) {
            throw new MalformedModelException("provenance, " + SALT, "a whole number", "\"" + salt + "\"");
        }
        return training;
    }

    /**
     * What to learn from: most of it is learned, some tells when to stop, some is what the band is judged on at the end.
     *
     * @param corpus the corpus, divided as {@link SplitFractions#usual} says, or as of the band that this training is {@link #like}
     * @return this
     * @throws UnusableCorpusException if it has too few pieces to be divided
     * @throws IllegalArgumentException if it was read for another band
     */
    public BandTraining corpus(BandCorpus corpus) throws UnusableCorpusException {
        return corpus(corpus, division);
    }

    /**
     * What to learn from, divided another way.
     *
     * @param corpus the corpus
     * @param fractions how much tells when to stop, how much the band is judged on, and which
     * @return this
     * @throws UnusableCorpusException if it has too few pieces to be divided
     * @throws IllegalArgumentException if it was read for another band
     */
    public BandTraining corpus(BandCorpus corpus, SplitFractions fractions) throws UnusableCorpusException {
        requireSame(corpus.configuration());
        data = corpus.split(fractions);
        origin = new TreeMap<>(
                Provenance.ofPieces(corpus.fingerprint(), corpus.pieces().size()));
        if (fractions.salt() != 0) {
            origin.put(SALT, Integer.toString(fractions.salt()));
        }
        return this;
    }

    /** Rolls of another grid, other segments or other instruments would be taken for those of this band. */
    private void requireSame(BandVaeConfiguration other) {
        boolean same = other.steps() == configuration.steps()
                && other.oneKey() == configuration.oneKey()
                && other.stepsPerQuarter() == configuration.stepsPerQuarter()
                && columns(other).equals(columns(configuration));
        if (!same) {
            throw new IllegalArgumentException("a corpus must be read for the band that learns it, "
                    + configuration.name() + ", but was for " + other.name());
        }
    }

    private static List<String> columns(BandVaeConfiguration of) {
        return of.instruments().stream()
                .map(instrument -> instrument.name() + " " + instrument.lowest() + " " + instrument.columns())
                .toList();
    }

    /**
     * What to learn from, divided already.
     *
     * @param split what is learned and what tells when to stop, read for this band; nothing may be left for the test
     * @return this
     */
    public BandTraining pieces(BandSplit split) {
        if (split.training().isEmpty() || split.validation().isEmpty()) {
            throw new IllegalArgumentException("there must be a piece to learn and one to tell when to stop, but were "
                    + split.training().size() + " and " + split.validation().size());
        }
        data = split;
        origin = Map.of();
        return this;
    }

    /**
     * How to learn.
     *
     * @param newOptions the options
     * @return this
     */
    public BandTraining options(BandTrainingOptions newOptions) {
        options = newOptions;
        return this;
    }

    /**
     * What the model's card says; where it comes from and what it can do is added.
     *
     * @param newCard the card
     * @return this
     */
    public BandTraining card(ModelCard newCard) {
        card = newCard;
        return this;
    }

    /**
     * How the outcome will be stored. Its weights are rounded accordingly, so that the figures on its card are those of the file.
     *
     * @param newPrecision 32 bits unless said otherwise
     * @return this
     */
    public BandTraining precision(Precision newPrecision) {
        precision = newPrecision;
        return this;
    }

    /**
     * Where to keep what is needed to go on; a training that was stopped ends with the very weights that it would have ended with had it
     * not been.
     *
     * @param folder a folder, which need not exist
     * @return this
     */
    public BandTraining checkpoints(Path folder) {
        checkpoints = folder;
        return this;
    }

    /**
     * How often to keep what is needed to go on, besides at the end of each epoch.
     *
     * @param time how much work a kill may cost
     * @return this
     */
    public BandTraining betweenCheckpoints(Duration time) {
        betweenCheckpoints = time;
        return this;
    }

    /**
     * Whom to tell how it goes.
     *
     * @param newProgress is told
     * @return this
     */
    public BandTraining progress(BandProgress newProgress) {
        progress = newProgress;
        return this;
    }

    /**
     * Trains.
     *
     * @return the best band
     * @throws IOException if a checkpoint cannot be read or written, and the one before it stays; or if another training is under way
     *     in the folder
     * @throws TrainingDivergedException if a gradient is no longer a number
     */
    public TrainedBand run() throws IOException {
        BandSplit known = pieces();
        return described(run(known), known);
    }

    private BandSplit pieces() {
        BandSplit known = data;
        if (known == null) {
            throw new IllegalStateException("a training must have pieces: call corpus or pieces before");
        }
        return known;
    }

    /**
     * Judges a band by the pieces that this training keeps for the end, without learning anything.
     *
     * @param bundle a band that learned other pieces
     * @return what its card says if it was trained so, by name; nothing if no piece is kept for the end
     * @throws IllegalArgumentException if it is another band than this training is of
     */
    public Map<String, Double> judge(BandVaeBundle bundle) {
        if (!bundle.configuration().equals(configuration)) {
            throw new IllegalArgumentException("a band that is judged must be as this training makes it, "
                    + configuration.name() + ", but " + bundle.card().id() + " is of another configuration, "
                    + bundle.configuration().name());
        }
        BandSplit known = pieces();
        return known.test().isEmpty() ? Map.of() : new BandFigures(known).of(bundle);
    }

    private TrainedBand run(BandSplit known) throws IOException {
        Path folder = checkpoints;
        if (folder == null) {
            return run(known, Optional.empty());
        }
        BandCheckpointFiles files = new BandCheckpointFiles(identity(known));
        try (Checkpoints<BandCheckpoint> kept = Checkpoints.open(folder, betweenCheckpoints, files)) {
            return run(known, Optional.of(kept));
        }
    }

    private TrainedBand run(BandSplit known, Optional<Checkpoints<BandCheckpoint>> kept) throws IOException {
        return new BandTrainingRun(configuration, options, BandLessons.of(configuration, known), card, kept, progress)
                .run();
    }

    /** All that decides the weights. */
    private Map<String, String> identity(BandSplit known) {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("networks", "points, next, hears, ears"); // the order in which a state counts them
        identity.put("model", JsonWriter.toText(BandVaeJson.of(configuration)));
        identity.put("options", options.toString());
        identity.put("pieces", fingerprint(known.training()) + ", " + fingerprint(known.validation()));
        return identity;
    }

    private String fingerprint(List<BandPiece> pieces) {
        return BandCorpus.of(configuration, pieces).fingerprint();
    }

    private TrainedBand described(TrainedBand trained, BandSplit known) throws IOException {
        BandVaeBundle bundle = trained.bundle().rounded(precision);
        Map<String, String> learned =
                Provenance.of(origin, "learned", known.training().size(), steps(trained.history()));
        ModelCard full = Provenance.onCard(card, learned, options.seed(), options.toString(), judge(bundle));
        return new TrainedBand(bundle.withCard(full), trained.history());
    }

    private static long steps(List<BandEpoch> history) {
        Map<Integer, Long> steps = new TreeMap<>();
        history.forEach(epoch -> steps.put(epoch.stage(), epoch.steps()));
        return steps.values().stream().mapToLong(Long::longValue).sum();
    }
}
