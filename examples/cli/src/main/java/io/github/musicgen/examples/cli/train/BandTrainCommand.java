package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.ModelCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a band of a folder of songs. */
@Command(
        name = "train",
        description = {
            "Trains a band on a folder of songs in 4/4.",
            "",
            "Eight tenths of the songs are learned, one tells when to stop, and on one the band is judged at the end, beside how "
                    + "often notes sound, and beside the last segment again. The same songs, options and seed give the same band on "
                    + "the same machine. A training that is stopped goes on where it was when the same command is given again.",
            "",
            "Prints what came out, as JSON; what became of each file and progress go to standard error.",
            ""
        },
        footer = {"", "Example:", "  musicgen band train --corpus songs --f16 -o band.safetensors"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BandTrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            required = true,
            description = "A folder or archive of songs. Can be given several times.")
    List<Path> folders;

    @Mixin
    private BundleChoice bundle;

    /** The bands that can be trained. */
    enum Kind {
        /** What was learned from the thesis. */
        BAND,
        /** As the thesis has it. */
        THESIS
    }

    @Option(
            names = "--config",
            paramLabel = "NAME",
            defaultValue = "BAND",
            description = "Which band: band, or thesis, whose sizes it is compared with (default: band).")
    Kind kind;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "120",
            description = "How often segments are learned at most, 1 or more (default: ${DEFAULT-VALUE}).")
    int epochs;

    @Option(
            names = "--next-epochs",
            paramLabel = "N",
            defaultValue = "40",
            description =
                    "How often it is learned at most which segment follows, 1 or more (default: ${DEFAULT-VALUE}).")
    int nextEpochs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides all that is drawn, any whole number (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(
            names = "--salt",
            paramLabel = "N",
            defaultValue = "0",
            description = "Decides which songs are learned and which are kept for the end, any whole number (default: "
                    + "${DEFAULT-VALUE}).")
    int salt;

    @Override
    public Integer call() throws IOException {
        ModelCard card = bundle.card(spec);
        BandMaking making = new BandMaking(spec, this);
        Path kept = bundle.checkpoints();
        new TrainingPlaces(bundle.output(), kept, null, null, null).require(spec, null);
        making.run(card, bundle.precision(), bundle.output(), kept);
        if (bundle.dropsCheckpoints()) {
            making.deleteCheckpoints(kept);
        }
        bundle.print(spec);
        return 0;
    }
}
