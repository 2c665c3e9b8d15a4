package io.github.musicgen.examples.cli.train;

import io.github.musicgen.examples.cli.model.EngineChoice;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.StageProgress;
import io.github.musicgen.models.evaluation.Evaluator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells how good a model is. */
@Command(
        name = "evaluate",
        description = {
            "Tells how good a model is, by music that it was not trained on, as JSON.",
            "",
            "How well it foresees the music. At each step the model says how likely each next event is, and the music "
                    + "tells which one came. natsPerStep is its average surprise: 0 if it were always right and sure of it, more "
                    + "for each wrong guess (the natural logarithm of 1 / probability; the first step of a melody does not "
                    + "count). perplexity says the same as a number of events that it wavers between. accuracy is how often "
                    + "the likeliest event was the right one. Most steps only hold a note, which is easily foreseen. So "
                    + "eventNats and eventAccuracy look at the steps alone where a note begins or ends, noteOnAccuracy at those "
                    + "where one begins, noEventAccuracy at the others; natsPerEvent is all surprise, shared among the "
                    + "beginnings and ends of notes.",
            "",
            "bestNgram is how well plain counting foresees the same music: a table of what followed the same few events "
                    + "before. A network should be clearly lower, or it has learned no more than that.",
            "",
            "What it makes: " + Evaluator.PIECES + " pieces of " + Evaluator.STEPS + " steps at temperature 1, which "
                    + "continue openings of the music, are compared with the music itself. overlap tells how far pitches, "
                    + "lengths and the like are spread alike: 1 is the same, 0 nothing in common; overlapHeldOut is what real "
                    + "music has in common with real music, and as much as can be hoped for. klDivergence says it the other "
                    + "way round: 0 is the same. (The features are those of MGEval.) metrics are those of MusPy; pValue is the "
                    + "probability that music of one kind would differ as much by chance (Kolmogorov-Smirnov): below 0.05, it "
                    + "hardly is chance. All this needs three melodies for each half of the music.",
            "",
            "Whether it copies, with --train: longestCopy is the most consecutive notes (lengths and intervals, in "
                    + "whatever key) that a piece has in common with the music that was learned, longestCopyHeldOut what "
                    + "real music has in common with it by chance; a model whose copies are much longer repeats what it "
                    + "learned. knownMelodies counts melodies of --corpus that were learned: they should be 0.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "Does a model of yours foresee music that it never saw? Compare natsPerStep with that of bestNgram:",
            "  musicgen evaluate --model tunes.safetensors --corpus other-tunes",
            "Does it only repeat what it learned? Look at longestCopy:",
            "  musicgen evaluate --model tunes.safetensors --corpus other-tunes --train tunes",
            "How good is it by those of its tunes that were kept from it?",
            "  musicgen evaluate --model tunes.safetensors --corpus tunes --held-out"
        },
        mixinStandardHelpOptions = true)
public final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            required = true,
            completionCandidates = ModelChoice.Names.class,
            description = ModelChoice.DESCRIPTION)
    private ModelChoice model;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            required = true,
            description =
                    "The music: a folder, an archive or a file. It is read as the model's training corpus was, if the "
                            + "model says how.")
    private Path corpus;

    @Option(
            names = "--train",
            paramLabel = "DIR",
            description =
                    "The music that the model was trained on. Without it the n-gram learns from all pieces of the "
                            + "music but the one that it is judged by.")
    private @Nullable Path training;

    @Option(
            names = "--held-out",
            description =
                    "Divide the music as a training does, and use what it would keep for the end as --corpus and the rest "
                            + "as --train: of the music that a model learned this is what it was judged by; "
                            + "corpusAsLearned tells whether it is that.")
    private boolean heldOut;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "The seed of what the model makes; the same one gives the same figures (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private EngineChoice engine;

    @Override
    public Integer call() throws IOException {
        if (heldOut && training != null) {
            throw new ParameterException(
                    spec.commandLine(), "--held-out takes what is known from --corpus, so --train means nothing to it");
        }
        StageProgress progress = StageProgress.of(spec);
        Json evaluated;
        try {
            evaluated = new ModelEvaluation(spec, model, engine.engine(spec), corpus, training, heldOut, seed, progress)
                    .run();
        } finally {
            progress.end();
        }
        evaluated.print(spec.commandLine().getOut());
        return 0;
    }
}
