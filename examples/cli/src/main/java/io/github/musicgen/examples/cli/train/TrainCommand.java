package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.ModelCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a model of a folder of music. */
@Command(
        name = "train",
        description = {
            "Trains a melody model on a folder of music.",
            "",
            "Eight tenths of the pieces are learned, one tells when to stop, and on one the model is judged at "
                    + "the end, beside the best n-gram. The same music, options and seed give the same model on the same "
                    + "machine.",
            "",
            "A training that is stopped, however rudely, goes on where it was when the same command is given "
                    + "again: what it needs for that lies beside the output until it has ended.",
            "",
            "Prints what came out, as JSON; progress goes to standard error.",
            ""
        },
        footer = {"", "Example:", "  musicgen train --corpus tunes --config lookback -o tunes.safetensors"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusChoice corpusChoice;

    @Mixin
    private BundleChoice bundle;

    @Mixin
    private TrainingChoice trainingChoice;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a page (HTML) with curves, figures and samples, anew after each epoch.")
    private @Nullable Path page;

    @Option(names = "--tensorboard", paramLabel = "DIR", description = "Write event files for TensorBoard.")
    private @Nullable Path events;

    @Option(
            names = "--corpus-report",
            paramLabel = "FILE",
            description = "Write what became of every file of the corpus, as JSON.")
    private @Nullable Path corpusReport;

    @Override
    public Integer call() throws IOException {
        ModelCard card = bundle.card(spec);
        ModelTraining training = new ModelTraining(spec, corpusChoice, trainingChoice);
        Path kept = bundle.checkpoints();
        TrainingPlaces places = new TrainingPlaces(bundle.output(), kept, page, events, corpusReport);
        places.require(spec, corpusChoice.cache);
        training.run(corpusChoice, card, bundle.precision(), places);
        if (bundle.dropsCheckpoints()) {
            training.deleteCheckpoints(kept);
        }
        bundle.print(spec);
        return 0;
    }
}
