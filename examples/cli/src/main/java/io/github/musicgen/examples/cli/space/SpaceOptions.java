package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.LatentRequest;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.melodyvae.LatentContents;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.examples.cli.generate.DrawingOptions;
import io.github.musicgen.examples.cli.generate.DrawnSeed;
import io.github.musicgen.examples.cli.generate.OutputChoice;
import io.github.musicgen.examples.cli.model.Family;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.melody.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What all commands that make melodies in a space can be told alike. */
final class SpaceOptions {
    /** How each of them ends its description. */
    static final String PRINTS =
            "They follow each other in the file, or have a file each with --each. Prints the seed and the "
                    + "events of each melody as JSON: a pitch starts a note, -1 ends it, -2 changes nothing; of drums the pitches struck at each "
                    + "step.";

    private static final double SLOWEST = 10;
    private static final double FASTEST = 1000;

    @Option(
            names = "--model",
            paramLabel = "SPACE",
            defaultValue = "two-bars",
            description = {
                "The space: two-bars, of melodies, or two-bar-drums, which come along; or a file, of melodies or of drums: "
                        + "a .safetensors bundle, a checkpoint of MusicVAE (TensorFlow), or a folder of Magenta.js.",
                "Default: ${DEFAULT-VALUE}."
            })
    private ModelChoice model;

    @Mixin
    private OutputChoice output;

    @Option(
            names = "--each",
            description = "Write each melody into files of its own: -o tune.mid gives tune-1.mid and so on.")
    private boolean each;

    @Option(
            names = "--tempo",
            paramLabel = "QPM",
            defaultValue = "120",
            description = "Quarter notes in a minute, 10 to 1000 (default: ${DEFAULT-VALUE}).")
    private double tempo;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description =
                    "What the lot starts from, any whole number; of several melodies the second has the next seed, and so on "
                            + "(default: a new one).")
    private @Nullable Long seed;

    @Mixin
    private DrawingOptions drawing;

    @Mixin
    private SpaceWishOptions wishes;

    OutputChoice output() {
        return output;
    }

    ModelChoice model() {
        return model;
    }

    LatentModel<?> space(CommandSpec spec) throws IOException {
        return LatentModel.ofAny(model.read(Family.SPACES, spec).bundle());
    }

    LatentModel<Melody> melodies(CommandSpec spec) throws IOException {
        MelodyVaeBundle bundle = model.read(Family.SPACES, spec).bundle();
        LatentContents contents = bundle.configuration().contents();
        if (contents instanceof LatentContents.Melodies) {
            return LatentModel.of(bundle);
        }
        throw new IOException(
                model + " must be a space of melodies to be steered in, but is one of " + contents.plural());
    }

    boolean each() {
        return each;
    }

    double tempo() {
        return tempo;
    }

    /** What is wrong in itself, whatever the model and the music, is said before they are read. */
    void check(CommandSpec spec) {
        output.check(spec);
        requireRange("--tempo", tempo, SLOWEST, FASTEST, spec);
        Usage.checked(spec, () -> drawing.sampling(SamplingOptions.DEFAULT));
        Usage.checked(spec, wishes::wishes);
    }

    <T extends Stretch<T>> LatentRequest<T> request(LatentModel<T> space) {
        SamplingOptions sampling = drawing.sampling(space.bundle().sampling());
        LatentRequest<T> request = space.request()
                .temperature(sampling.temperature())
                .topK(sampling.topK())
                .topP(sampling.topP())
                .seed(DrawnSeed.unless(seed));
        for (Constraint wish : wishes.wishes()) {
            request = request.wishing(wish);
        }
        return request;
    }

    /** All files, or those of one melody, with its number before the extension. */
    List<Path> files(String number) {
        return output.paths().stream().map(path -> numbered(path, number)).toList();
    }

    private static Path numbered(Path path, String number) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return path.resolveSibling(name.substring(0, dot) + number + name.substring(dot));
    }

    static void requireRange(String option, double value, double least, double most, CommandSpec spec) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " must be " + number(least) + ".." + number(most) + ", but was " + number(value));
        }
    }

    private static String number(double value) {
        return value == (int) value ? String.valueOf((int) value) : String.valueOf(value);
    }
}
