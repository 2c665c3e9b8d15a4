package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.music.MusicInput;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.StageProgress;
import io.github.musicgen.models.corpus.Corpus;
import io.github.musicgen.models.corpus.CorpusOptions;
import io.github.musicgen.models.corpus.CorpusOptionsJson;
import io.github.musicgen.models.corpus.CorpusReader;
import io.github.musicgen.models.corpus.CorpusSplit;
import io.github.musicgen.models.corpus.division.SplitFractions;
import io.github.musicgen.models.corpus.report.Verdict;
import io.github.musicgen.models.evaluation.Evaluation;
import io.github.musicgen.models.evaluation.Evaluator;
import io.github.musicgen.models.evaluation.Extraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What {@link EvaluateCommand} does. It stands apart because picocli looks at the methods of every command, which loads the classes
 * that they mention, and no other command needs those of evaluation.
 */
record ModelEvaluation(
        CommandSpec spec,
        ModelChoice model,
        Engine engine,
        Path corpus,
        @Nullable Path training,
        boolean keptOnly,
        long seed,
        StageProgress progress) {
    Json run() throws IOException {
        Generator generator = model.generator(spec);
        Extraction extraction = model.told(() -> Extraction.of(generator.bundle()));
        Json json = new Json()
                .put("model", ModelJson.name(generator))
                .put("engine", engine.name())
                .put("extraction", Json.of(CorpusOptionsJson.of(extraction.options())))
                .put("extractionRecorded", extraction.recorded());
        Evaluator evaluator = new Evaluator(generator.bundle().model(engine))
                .seed(seed)
                .progress(stage -> progress.show(stage.words()));
        Corpus read = read(corpus, extraction.options());
        json.put("corpus", describe(corpus, read));
        if (keptOnly) {
            boolean asLearned =
                    Judgement.isLearned(read.fingerprint(), generator.bundle().card());
            json.put("corpusAsLearned", asLearned);
            if (!asLearned) {
                tell(corpus + " is not the music that the model learned, so that it may know what is held out here");
            }
        }
        Corpus heldOut = keptOnly ? keptFrom(read, evaluator) : read;
        if (training != null) {
            Corpus known = read(training, extraction.options());
            json.put("train", describe(training, known));
            evaluator.training(known);
        }
        Evaluation evaluation = MusicInput.within(corpus, () -> evaluator.evaluate(heldOut));
        if (evaluation.comparison().isEmpty()) {
            tell(
                    "no overlap is told: to compare what the model makes with music takes three melodies for each half of the music");
        }
        return json.putAll(evaluation.toJson());
    }

    /** Divides as a training does; all that a training looks at counts as known. */
    private Corpus keptFrom(Corpus whole, Evaluator evaluator) throws IOException {
        CorpusSplit sides = CorpusInput.divided(List.of(corpus), () -> whole.split(SplitFractions.usual()));
        evaluator.training(whole.only(Stream.concat(sides.training().stream(), sides.validation().stream())
                .toList()));
        return whole.only(sides.test());
    }

    private void tell(String words) {
        progress.end();
        spec.commandLine().getErr().println(Failures.oneLine(words));
    }

    private Corpus read(Path folder, CorpusOptions options) throws IOException {
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
