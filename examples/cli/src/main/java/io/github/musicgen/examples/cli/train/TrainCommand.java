package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.bundle.Precision;
import io.github.musicgen.examples.cli.model.ModelJson;
import io.github.musicgen.examples.cli.output.Json;
import io.github.musicgen.examples.cli.output.OutputFile;
import io.github.musicgen.examples.cli.output.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
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

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The .safetensors file to write.")
    private Path output;

    @Mixin
    private TrainingChoice trainingChoice;

    @Option(names = "--f16", description = "Store numbers in 16 bits: half the size, and answers that differ a little.")
    private boolean half;

    @Option(
            names = "--checkpoints",
            paramLabel = "DIR",
            description =
                    "Where to keep what is needed to go on, for good (default: beside the output, until it ends).")
    private @Nullable Path checkpoints;

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

    @Option(names = "--id", paramLabel = "NAME", description = "What to call the model (default: as its file).")
    private @Nullable String id;

    @Option(names = "--description", paramLabel = "TEXT", defaultValue = "", description = "What the model is.")
    private String description;

    @Option(
            names = "--license",
            paramLabel = "SPDX",
            defaultValue = "",
            description = "The licence of the weights, such as Apache-2.0.")
    private String license;

    @Option(
            names = "--attribution",
            paramLabel = "WHOM",
            defaultValue = "",
            description = "Whom to name when the model is used.")
    private String attribution;

    @Override
    public Integer call() throws IOException {
        OutputFile.requireBundle(spec, output);
        ModelCard card = Usage.checked(spec, this::card);
        ModelTraining training = new ModelTraining(spec, corpusChoice, trainingChoice);
        Path kept = Objects.requireNonNullElseGet(checkpoints, this::beside);
        TrainingPlaces places = new TrainingPlaces(output, kept, page, events, corpusReport);
        places.require(spec, corpusChoice.cache);
        training.run(corpusChoice, card, half ? Precision.F16 : Precision.F32, places);
        if (checkpoints == null) {
            training.deleteCheckpoints(kept);
        }
        print();
        return 0;
    }

    private ModelCard card() {
        String file = String.valueOf(output.getFileName());
        String name = file.substring(0, file.length() - OutputFile.BUNDLE_EXTENSION.length());
        return new ModelCard(
                Objects.requireNonNullElse(id, name), description, license, attribution, Map.of(), Map.of());
    }

    private Path beside() {
        return output.resolveSibling(output.getFileName() + ".checkpoints");
    }

    /** Tells of the file as it is read again: 16 bits round weights, and the fingerprint is that of the rounded ones. */
    private void print() throws IOException {
        Bundle written = Bundle.read(output);
        Json json = new Json()
                .put("file", output.toString())
                .put("bytes", Files.size(output))
                .put("precision", (half ? Precision.F16 : Precision.F32).name());
        ModelJson.describe(json, written).print(spec.commandLine().getOut());
    }
}
