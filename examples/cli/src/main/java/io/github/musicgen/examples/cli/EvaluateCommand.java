package io.github.musicgen.examples.cli;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.format.MalformedModelException;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.CorpusOptionsJson;
import io.github.musicgen.models.corpus.CorpusReader;
import io.github.musicgen.models.corpus.Verdict;
import io.github.musicgen.models.evaluation.Evaluation;
import io.github.musicgen.models.evaluation.Evaluator;
import io.github.musicgen.models.evaluation.Extraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--model", paramLabel = "MODEL", required = true, description = ModelFile.DESCRIPTION)
    private Path model;

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

    @Override
    public Integer call() throws IOException {
        StageProgress progress = StageProgress.of(spec);
        Json evaluated;
        try {
            evaluated = evaluate(ModelFile.generator(model), progress);
        } finally {
            progress.end();
        }
        evaluated.print(spec.commandLine().getOut());
        return 0;
    }

    private Json evaluate(Generator generator, StageProgress progress) throws IOException {
        Extraction extraction = extraction(generator);
        Json json = new Json()
                .put("model", ModelJson.name(generator))
                .put("extraction", Json.of(CorpusOptionsJson.of(extraction.options())))
                .put("extractionRecorded", extraction.recorded());
        Evaluator evaluator = new Evaluator(generator.bundle().model(Engine.portable()))
                .seed(seed)
                .progress(stage -> progress.show(stage.words()));
        Corpus heldOut = read(corpus, extraction.options(), progress);
        json.put("corpus", describe(corpus, heldOut));
        if (training != null) {
            Corpus known = read(training, extraction.options(), progress);
            json.put("train", describe(training, known));
            evaluator.training(known);
        }
        Evaluation evaluation = MusicInput.within(corpus, () -> evaluator.evaluate(heldOut));
        return json.putAll(evaluation.toJson());
    }

    private Extraction extraction(Generator generator) throws IOException {
        try {
            return Extraction.of(generator.bundle());
        } catch (MalformedModelException malformed) {
            throw MusicInput.in(model, malformed);
        }
    }

    private static Corpus read(Path folder, CorpusOptions options, StageProgress progress) throws IOException {
        return new CorpusReader(options)
                .progress((done, total, name) -> progress.show("reading " + folder + ": " + done + " of " + total))
                .read(folder);
    }

    /** What was made of a folder; {@code files} is how many there are of each verdict. */
    private static Json describe(Path folder, Corpus read) {
        Json files = new Json();
        for (Verdict verdict : Verdict.values()) {
            files.put(verdict.word(), read.report().count(verdict));
        }
        return new Json()
                .put("path", folder.toString())
                .put("fingerprint", read.fingerprint())
                .put("files", files);
    }
}
