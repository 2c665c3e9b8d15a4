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
import picocli.CommandLine.Spec;

/** Tells how good a model is. */
@Command(
        name = "evaluate",
        description = {
            "Tells how good a model is, by music that it was not trained on, as JSON.",
            "",
            "How well it foresees the music: natsPerStep (the natural logarithm of 1 / probability, averaged over all "
                    + "steps but the first of each melody) and perplexity; eventNats, the same where a note begins or ends; "
                    + "natsPerEvent, all nats for each of these; accuracy, how often the likeliest event is the right one, over "
                    + "all steps, where a note begins or ends (event), where one begins (noteOn), where nothing changes "
                    + "(noEvent). bestNgram is how well counting alone foresees the same music: what a network is worth "
                    + "shows beside it.",
            "",
            "What it makes: " + Evaluator.PIECES + " pieces of " + Evaluator.STEPS + " steps at temperature 1, which "
                    + "continue openings of the music. overlap tells how far they and the music overlap in the features of "
                    + "MGEval, and overlapHeldOut how far the music overlaps with itself, which is as much as can be "
                    + "reached; klDivergence likewise. The metrics are those of MusPy, with the probability that music of one "
                    + "kind would differ as much (Kolmogorov-Smirnov). They need three melodies for each half of the music.",
            "",
            "With --train: longestCopy is the most consecutive notes (lengths and intervals, in whatever key) that a "
                    + "piece has in common with the training corpus, longestCopyHeldOut the most that the music has in common "
                    + "with it; knownMelodies, of the music, are in the training corpus and so not held out.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "Does a model of yours foresee music that it never saw? Compare natsPerStep with that of bestNgram:",
            "  musicgen evaluate --model tunes.safetensors --corpus other-tunes",
            "Does it only repeat what it learned? Look at longestCopy:",
            "  musicgen evaluate --model tunes.safetensors --corpus other-tunes --train tunes"
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
        StageProgress progress = StageProgress.of(spec);
        Json evaluated;
        try {
            evaluated = new ModelEvaluation(spec, model, engine.engine(spec), corpus, training, seed, progress).run();
        } finally {
            progress.end();
        }
        evaluated.print(spec.commandLine().getOut());
        return 0;
    }
}
