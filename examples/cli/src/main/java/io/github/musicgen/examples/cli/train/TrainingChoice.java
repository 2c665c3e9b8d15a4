package io.github.musicgen.examples.cli.train;

import io.github.musicgen.api.melodyrnn.CellKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what is trained, and how: no type of training among them, which other commands would load. */
final class TrainingChoice {
    @Option(
            names = "--config",
            paramLabel = "NAME",
            defaultValue = "lookback",
            description = "What is trained: basic, mono, lookback or attention (default: ${DEFAULT-VALUE}).")
    String name;

    @Option(
            names = "--layers",
            paramLabel = "N",
            split = ",",
            defaultValue = "128,128",
            description = "Units in each layer, 1 to 8192; up to 64 layers (default: ${DEFAULT-VALUE}).")
    List<Integer> layers;

    @Option(
            names = "--cell",
            paramLabel = "KIND",
            defaultValue = "LSTM",
            description =
                    "How a unit remembers: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). LSTM keeps what matters "
                            + "for long; choose TANH when a small and fast model counts more than long memory.")
    CellKind cell;

    @Option(
            names = "--dropout",
            paramLabel = "P",
            defaultValue = "0.4",
            description = "How much of what a layer hands on is forgotten while training, 0 to less than 1 "
                    + "(default: ${DEFAULT-VALUE}).")
    double dropout;

    @Option(
            names = "--recurrent-dropout",
            paramLabel = "P",
            defaultValue = "0",
            description =
                    "How many of the weights from a layer to itself are left out while training, 0 to less than 1 (default: "
                            + "${DEFAULT-VALUE}).")
    double recurrentDropout;

    @Option(
            names = "--input-dropout",
            paramLabel = "P",
            defaultValue = "0.1",
            description = "How much of what the first layer is shown is hidden while training, 0 to less than 1 "
                    + "(default: ${DEFAULT-VALUE}).")
    double inputDropout;

    @Option(
            names = "--l2",
            paramLabel = "X",
            defaultValue = "0",
            description =
                    "How strongly all weights are pulled towards 0, from 0 on, which keeps the network from learning by heart "
                            + "(default: ${DEFAULT-VALUE}). Raise it, to 0.0001 say, when more --dropout does not keep it from that.")
    double l2;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "32",
            description = "How many melodies are learned at once, 1 to 65536 (default: ${DEFAULT-VALUE}).")
    int batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            defaultValue = "0.005",
            description = "How far Adam moves weights in a step, more than 0 (default: ${DEFAULT-VALUE}).")
    double learningRate;

    @Option(
            names = "--decay",
            paramLabel = "X",
            defaultValue = "0.95",
            description =
                    "By what the learning rate is multiplied after each epoch, more than 0 (default: ${DEFAULT-VALUE}).")
    double decay;

    @Option(
            names = "--clip",
            paramLabel = "X",
            defaultValue = "3",
            description =
                    "How large the correction may be that one batch asks for, more than 0: a larger one is made smaller, so that odd "
                            + "music does not undo what was learned (default: ${DEFAULT-VALUE}). Lower it when the figures of the "
                            + "epochs jump up and down.")
    double clip;

    @Option(
            names = "--averaging",
            paramLabel = "X",
            defaultValue = "0.99",
            description =
                    "How much of the average of earlier weights stays after a batch, 0 to less than 1; 0 keeps the last weights "
                            + "alone (default: ${DEFAULT-VALUE}).")
    double averaging;

    @Option(
            names = "--truncate",
            paramLabel = "STEPS",
            description =
                    "Over how many steps, 1 or more, the network learns to connect what comes with what came before "
                            + "(default: 128); "
                            + "not with --crop. Raise it for music that takes up again what is long past, lower it when the "
                            + "computer's memory runs short.")
    @Nullable
    Integer truncate;

    @Option(
            names = "--crop",
            paramLabel = "STEPS",
            description =
                    "Learn pieces of at most so many steps, 1 or more, cut at random places, in place of whole melodies "
                            + "(default: whole ones).")
    @Nullable
    Integer crop;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "60",
            description = "How often all melodies are learned at most, 1 or more (default: ${DEFAULT-VALUE}).")
    int epochs;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "6",
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
