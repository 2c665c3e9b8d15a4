package io.github.musicgen.examples.cli.train;

import java.util.List;
import picocli.CommandLine.Option;

/** The options that say what space is trained, and how: no type of training among them, which other commands would load. */
final class SpaceTrainingChoice {
    /** Options that mean nothing to drums. */
    static final List<String> OF_MELODIES =
            List.of("--parts", "--split-long", "--drop-duplicates", "--cache", "--range", "--transpose");

    @Option(
            names = "--drums",
            description = "Make a space of drums: of what all parts of drums of a piece strike together.")
    boolean drums;

    @Option(
            names = "--bars",
            paramLabel = "N",
            defaultValue = "2",
            description = "How long its melodies or drums are, in bars, 1 to 64 (default: ${DEFAULT-VALUE}).")
    int bars;

    @Option(
            names = "--encoder",
            paramLabel = "N",
            split = ",",
            defaultValue = "128",
            description =
                    "Units of each direction in each layer that reads a melody, 1 to 8192 (default: ${DEFAULT-VALUE}).")
    List<Integer> encoder;

    @Option(
            names = "--bar-encoder",
            paramLabel = "N",
            split = ",",
            description =
                    "Units of each direction, 1 to 8192, in each layer that reads every bar by itself, so that those of --encoder read "
                            + "what came of the bars (default: none).")
    List<Integer> barEncoder = List.of();

    @Option(
            names = "--conductor",
            paramLabel = "N",
            split = ",",
            description =
                    "Units, 1 to 8192, in each layer of a conductor, which makes of a point one for each bar: for long melodies "
                            + "(default: none, all bars are written from the point itself).")
    List<Integer> conductor = List.of();

    @Option(
            names = "--decoder",
            paramLabel = "N",
            split = ",",
            defaultValue = "256",
            description = "Units in each layer that writes one, 1 to 8192 (default: ${DEFAULT-VALUE}).")
    List<Integer> decoder;

    @Option(
            names = "--latent",
            paramLabel = "N",
            defaultValue = "32",
            description = "How many numbers a point has, 1 to 8192 (default: ${DEFAULT-VALUE}).")
    int latent;

    @Option(
            names = "--range",
            paramLabel = "LOW HIGH",
            arity = "2",
            hideParamSyntax = true,
            description =
                    "The lowest and the highest note that it knows, an octave apart or more (default: C3 B6); others are moved "
                            + "by octaves.")
    List<String> range = List.of("C3", "B6");

    @Option(
            names = "--beta",
            paramLabel = "X",
            defaultValue = "0.05",
            description =
                    "What points shall be, 0 to 1000: with more of it they lie closer together, so that blends and drawn melodies "
                            + "are better; with less, melodies come back more exactly (default: ${DEFAULT-VALUE}).")
    double beta;

    @Option(
            names = "--free-bits",
            paramLabel = "X",
            defaultValue = "0",
            description =
                    "How much a point may tell of its melody at no cost, in bits, 0 to 1000000 (default: ${DEFAULT-VALUE}).")
    double freeBits;

    @Option(
            names = "--sampling-rate",
            paramLabel = "X",
            defaultValue = "1000",
            description =
                    "How late the writing layers learn to go on from their own notes in place of the true ones: in half of "
                            + "the cases after X times its logarithm batches; 0 for never, up to 1000000000 (default: ${DEFAULT-VALUE}).")
    double samplingRate;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "128",
            description = "How many melodies are learned at once, 1 to 65536 (default: ${DEFAULT-VALUE}).")
    int batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            defaultValue = "0.003",
            description = "How far Adam moves weights in a step, at first, 0.00001 to 1 (default: ${DEFAULT-VALUE}).")
    double learningRate;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "40",
            description = "How often all melodies are learned at most, 1 or more (default: ${DEFAULT-VALUE}).")
    int epochs;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "5",
            description = "After how many epochs without progress to stop, 1 or more (default: ${DEFAULT-VALUE}).")
    int patience;

    @Option(
            names = "--transpose",
            paramLabel = "N",
            defaultValue = "0",
            description = "Learn melodies in so many keys higher and lower, too, 0 to 12 (default: ${DEFAULT-VALUE}).")
    int transpose;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides all that is drawn, any whole number (default: ${DEFAULT-VALUE}).")
    long seed;
}
