package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.bundle.ModelCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes a space of a folder of music. */
@Command(
        name = "train",
        description = {
            "Trains a space on a folder of music: on all stretches of two bars, or as many as are asked for, of its "
                    + "melodies in 4/4, each once; or with --drums of its drums.",
            "",
            "Eight tenths of the pieces are learned, one tells when to stop, and on one the space is judged at the end: how many "
                    + "of its events come back. The same music, options and seed give the same space on the same machine, and a "
                    + "training that is stopped, however rudely, goes on where it was when the same command is given again.",
            "",
            "Prints what came out, as JSON; progress goes to standard error.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  musicgen space train --corpus tunes -o space.safetensors --f16",
            "  musicgen space train --corpus tunes --bars 16 --bar-encoder 96 --encoder 96 --conductor 128 --decoder 160 "
                    + "--latent 64 -o long.safetensors --f16",
            "  musicgen space train --drums --corpus beats -o drums.safetensors --f16"
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SpaceTrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CorpusChoice corpusChoice;

    @Mixin
    private BundleChoice bundle;

    @Mixin
    private SpaceTrainingChoice choice;

    @Override
    public Integer call() throws IOException {
        ModelCard card = bundle.card(spec);
        SpaceTraining training = new SpaceTraining(spec, corpusChoice, choice);
        Path kept = bundle.checkpoints();
        new TrainingPlaces(bundle.output(), kept, null, null, null).require(spec, corpusChoice.cache);
        training.run(corpusChoice, card, bundle.precision(), bundle.output(), kept);
        if (bundle.dropsCheckpoints()) {
            training.deleteCheckpoints(kept);
        }
        bundle.print(spec);
        return 0;
    }
}
