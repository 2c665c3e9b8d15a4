package io.github.musicgen.examples.cli;

import io.github.musicgen.api.melodyrnn.CellKind;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.corpus.Augmentation;
import io.github.musicgen.models.training.Clipping;
import io.github.musicgen.models.training.Slicing;
import io.github.musicgen.models.training.TrainingOptions;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what is trained, and how. */
final class TrainingChoice {
    @Option(
            names = "--config",
            paramLabel = "NAME",
            defaultValue = "lookback",
            description = "What is trained: basic, mono, lookback or attention (default: ${DEFAULT-VALUE}).")
    private String name;

    @Option(
            names = "--layers",
            paramLabel = "N",
            split = ",",
            defaultValue = "128,128",
            description = "Units in each layer (default: ${DEFAULT-VALUE}).")
    private List<Integer> layers;

    @Option(
            names = "--cell",
            paramLabel = "KIND",
            defaultValue = "LSTM",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private CellKind cell;

    @Option(
            names = "--dropout",
            paramLabel = "P",
            defaultValue = "0.4",
            description = "How much of what a layer hands on is forgotten while training (default: ${DEFAULT-VALUE}).")
    private double dropout;

    @Option(
            names = "--l2",
            paramLabel = "X",
            defaultValue = "0",
            description = "How strongly weights are drawn to 0 (default: ${DEFAULT-VALUE}).")
    private double l2;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "32",
            description = "How many melodies are learned at once (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            defaultValue = "0.005",
            description = "How far Adam moves weights in a step (default: ${DEFAULT-VALUE}).")
    private double learningRate;

    @Option(
            names = "--decay",
            paramLabel = "X",
            defaultValue = "0.95",
            description = "By what the learning rate is multiplied after each epoch (default: ${DEFAULT-VALUE}).")
    private double decay;

    @Option(
            names = "--clip",
            paramLabel = "X",
            defaultValue = "3",
            description = "How long the gradient of all weights may be (default: ${DEFAULT-VALUE}).")
    private double clip;

    @Option(
            names = "--truncate",
            paramLabel = "STEPS",
            defaultValue = "128",
            description = "How far gradients go back, in melodies learned whole (default: ${DEFAULT-VALUE}).")
    private int truncate;

    @Option(
            names = "--crop",
            paramLabel = "STEPS",
            description = "Learn pieces of at most so many steps, cut at random places, in place of whole melodies.")
    private @Nullable Integer crop;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "60",
            description = "How often all melodies are learned at most (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--patience",
            paramLabel = "N",
            defaultValue = "6",
            description = "After how many epochs without progress to stop (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--transpose",
            paramLabel = "N",
            defaultValue = "0",
            description = "Learn melodies in so many keys higher and lower, too (default: ${DEFAULT-VALUE}).")
    private int transpose;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Decides all that is drawn (default: ${DEFAULT-VALUE}).")
    private long seed;

    MelodyRnnConfiguration configuration(CommandSpec spec) {
        MelodyRnnConfiguration named = MelodyRnnConfiguration.all().stream()
                .filter(configuration -> configuration.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--config must be basic, mono, lookback or attention, but was \"" + name + "\""));
        return Usage.checked(spec, () -> named.withLayers(layers).withCell(cell));
    }

    TrainingOptions options(CommandSpec spec, MelodyRnnConfiguration configuration) {
        return Usage.checked(
                spec,
                () -> TrainingOptions.usual().toBuilder()
                        .batchSize(batch)
                        .slicing(crop == null ? new Slicing.Whole(truncate) : new Slicing.Crops(crop))
                        .updater(new Adam(new ExponentialSchedule(ScheduleType.EPOCH, learningRate, decay)))
                        .dropout(dropout)
                        .l2(l2)
                        .clipping(Clipping.global(clip))
                        .epochs(epochs)
                        .patience(patience)
                        .augmentation(augmentation(configuration))
                        .seed(seed)
                        .build());
    }

    private Augmentation augmentation(MelodyRnnConfiguration configuration) {
        if (transpose < 0) {
            throw new IllegalArgumentException("--transpose must be 0 or more, but was " + transpose);
        }
        List<Integer> semitones =
                IntStream.rangeClosed(-transpose, transpose).boxed().toList();
        return new Augmentation(semitones, List.of(), configuration.minPitch(), configuration.maxPitch());
    }
}
