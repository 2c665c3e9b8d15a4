package io.github.musicgen.models.evaluation;

import io.github.musicgen.api.melodyrnn.MelodyRnn;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusSplit;
import io.github.musicgen.models.corpus.Piece;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.UnusableCorpusException;
import io.github.musicgen.representation.melody.Melody;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a model on music that was held out.
 *
 * <pre>{@code
 * CorpusOptions options = Extraction.of(bundle).options();
 * Evaluation evaluation = new Evaluator(bundle.model(Engine.portable()))
 *         .training(Corpus.read(Path.of("tunes"), options))
 *         .evaluate(Corpus.read(Path.of("other-tunes"), options));
 * System.out.println(JsonWriter.toText(evaluation.toJson()));
 * }</pre>
 *
 * <p>The same model, corpora and seed give the same figures, whatever the number of threads.
 */
public final class Evaluator {
    /** How many pieces the model makes unless said otherwise. */
    public static final int PIECES = 200;

    /** How many steps each of them has: eight bars of 4/4. */
    public static final int STEPS = 128;

    /** Fewer melodies say nothing about their distances. */
    private static final int LEAST_MELODIES = 3;

    /** Another one than that of corpora: a tenth that was held out by the same hash would lie in one half as a whole. */
    private static final int SALT = 1;

    private static final double HALF = 0.5;

    private final MelodyRnn model;
    private final ModelMelodies shown;
    private @Nullable Corpus training;
    private int pieces = PIECES;
    private long seed;
    private Consumer<EvaluationStage> progress = stage -> {};

    /**
     * An evaluator.
     *
     * @param model what is evaluated
     */
    public Evaluator(MelodyRnn model) {
        this.model = model;
        this.shown = new ModelMelodies(model.configuration());
    }

    /**
     * Gives the music that the model was trained on. Without it, the n-gram is trained on all held-out pieces but the one that it
     * is judged by, and nobody looks for copies.
     *
     * @param newTraining the corpus
     * @return this evaluator
     */
    public Evaluator training(Corpus newTraining) {
        training = newTraining;
        return this;
    }

    /**
     * Sets how many pieces the model makes.
     *
     * @param newPieces 3 or more
     * @return this evaluator
     */
    public Evaluator pieces(int newPieces) {
        if (newPieces < LEAST_MELODIES) {
            throw new IllegalArgumentException(
                    "generated pieces must be " + LEAST_MELODIES + " or more, but were " + newPieces);
        }
        pieces = newPieces;
        return this;
    }

    /**
     * Sets what the model's choices depend on; 0 unless set.
     *
     * @param newSeed any number
     * @return this evaluator
     */
    public Evaluator seed(long newSeed) {
        seed = newSeed;
        return this;
    }

    /**
     * Sets who hears what is done.
     *
     * @param newProgress is told of every stage before it begins
     * @return this evaluator
     */
    public Evaluator progress(Consumer<EvaluationStage> newProgress) {
        progress = newProgress;
        return this;
    }

    /**
     * Evaluates.
     *
     * @param heldOut music that the model was not trained on, on its grid
     * @return the figures
     * @throws IllegalArgumentException if no melody has a second step, or they are on another grid
     */
    public Evaluation evaluate(Corpus heldOut) {
        progress.accept(EvaluationStage.SCORING);
        ModelScore score = ModelScore.of(model, heldOut.melodies());
        progress.accept(EvaluationStage.COUNTING);
        NGramScore nGram = training == null
                ? NGramScore.leaveOneOut(shown, heldOut.pieces())
                : NGramScore.heldOut(shown, training.melodies(), heldOut.melodies());
        progress.accept(EvaluationStage.GENERATING);
        CorpusSplit halves = halves(heldOut);
        List<Opening> openings = openings(hasOpenings(halves.test()) ? halves.test() : heldOut.pieces());
        List<Melody> generated = Continuations.of(model, openings, pieces, STEPS, seed);
        progress.accept(EvaluationStage.COMPARING);
        Optional<MusicComparison> comparison = compare(openings(halves.training()), openings, generated);
        progress.accept(EvaluationStage.SEARCHING);
        return new Evaluation(heldOut.pieces().size(), score, nGram, comparison, copying(generated, heldOut));
    }

    /**
     * Held-out music that is a reference, and held-out music whose openings are continued. No melody is in both; music that cannot be
     * halved is continued.
     */
    private static CorpusSplit halves(Corpus heldOut) {
        try {
            return heldOut.split(new SplitFractions(0, HALF, SALT));
        } catch (UnusableCorpusException tooSmall) {
            return new CorpusSplit(List.of(), List.of(), heldOut.pieces());
        }
    }

    private static boolean hasOpenings(List<Piece> side) {
        return CorpusSplit.melodies(side).stream().anyMatch(melody -> melody.length() > 1);
    }

    private List<Opening> openings(List<Piece> side) {
        return Opening.of(CorpusSplit.melodies(shown.squash(side)), pieces, STEPS);
    }

    /** What is generated counts no longer than what it is compared with, because many features grow with length. */
    private Optional<MusicComparison> compare(List<Opening> reference, List<Opening> openings, List<Melody> generated) {
        if (reference.size() < LEAST_MELODIES || openings.size() < LEAST_MELODIES) {
            return Optional.empty();
        }
        List<Melody> cut = IntStream.range(0, generated.size())
                .mapToObj(
                        i -> generated.get(i).slice(0, continuation(openings, i).length()))
                .toList();
        return Optional.of(MusicComparison.of(
                reference.stream().map(Opening::continuation).toList(),
                cut,
                openings.stream().map(Opening::continuation).toList()));
    }

    private static Melody continuation(List<Opening> openings, int piece) {
        return openings.get(piece % openings.size()).continuation();
    }

    private Optional<Copying> copying(List<Melody> generated, Corpus heldOut) {
        return Optional.ofNullable(training)
                .map(known -> Copying.of(
                        shown.squash(known.pieces()), generated, CorpusSplit.melodies(shown.squash(heldOut.pieces()))));
    }
}
