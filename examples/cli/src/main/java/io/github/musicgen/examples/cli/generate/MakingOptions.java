package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.GenerationOptions;
import io.github.musicgen.api.MelodyRequest;
import io.github.musicgen.api.constraint.Constraint;
import io.github.musicgen.api.sampling.SamplingOptions;
import io.github.musicgen.examples.cli.model.EngineChoice;
import io.github.musicgen.examples.cli.model.ModelChoice;
import io.github.musicgen.examples.cli.music.OutputFormat;
import io.github.musicgen.examples.cli.output.Usage;
import io.github.musicgen.representation.time.TimeSignature;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What {@code generate} and {@code continue} can be told alike. */
final class MakingOptions {
    private static final int MOST_PIECES = 1000;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            defaultValue = ModelChoice.DEFAULT,
            completionCandidates = ModelChoice.Names.class,
            description = {ModelChoice.DESCRIPTION, "Default: ${DEFAULT-VALUE}."})
    private ModelChoice model;

    @Mixin
    private OutputChoice output;

    @Option(
            names = "--explain",
            paramLabel = "SVG",
            description = "Also draw what the model considered at each step: what else could have come, how much the "
                    + "choice surprised it, where its attention lay, what it repeats.")
    private @Nullable Path explanation;

    @Mixin
    private LengthOptions length;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "What the lot starts from, any whole number (default: a new one).")
    private @Nullable Long seed;

    @Mixin
    private ChoiceOptions choice;

    @Mixin
    private WishOptions wishes;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Make N pieces, of this seed, the next and so on, each in files of its own: -o tune.mid "
                    + "gives tune-1.mid to tune-N.mid.")
    private @Nullable Integer count;

    @Option(
            names = "--candidates",
            paramLabel = "N",
            description = "Make N pieces, of this seed, the next and so on, and keep only the likeliest.")
    private @Nullable Integer candidates;

    @Mixin
    private EngineChoice engine;

    ModelChoice model() {
        return model;
    }

    OutputChoice output() {
        return output;
    }

    Optional<Path> explanation() {
        return Optional.ofNullable(explanation);
    }

    EngineChoice engine() {
        return engine;
    }

    Optional<Integer> count() {
        return Optional.ofNullable(count);
    }

    Optional<Integer> candidates() {
        return Optional.ofNullable(candidates);
    }

    /** What is wrong in itself, whatever the model and the music, is said before they are read. */
    void check(CommandSpec spec) {
        output.check(spec);
        engine.engine(spec);
        Usage.checked(spec, this::checkedWishes);
        Usage.checked(spec, () -> {
            checkNumbers();
            return this;
        });
    }

    private GenerationOptions checkedWishes() {
        length.check();
        return new GenerationOptions(
                1, choice.sampling(SamplingOptions.DEFAULT), 0, wishes.wishes(), Optional.empty(), choice.beam());
    }

    private void checkNumbers() {
        requireRange("--candidates", candidates, MelodyRequest.MAX_CANDIDATES);
        requireRange("--count", count, MOST_PIECES);
        if (count != null && candidates != null) {
            throw new IllegalArgumentException("--count keeps every piece, --candidates one: leave one of them out");
        }
        if (explanation != null && !OutputFormat.SVG.fits(explanation)) {
            throw new IllegalArgumentException("--explain must end with .svg, but was \"" + explanation + "\"");
        }
        if (explanation != null && choice.beam().isPresent()) {
            throw new IllegalArgumentException(
                    "--explain needs choices made one by one, which those of --beam are not");
        }
    }

    private static void requireRange(String option, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            throw new IllegalArgumentException(option + " must be 1.." + most + ", but was " + value);
        }
    }

    /** Says to a request all that was said here, in bars of a meter. */
    MelodyRequest applyTo(MelodyRequest asked, SamplingOptions ofModel, TimeSignature meter, int stepsPerQuarter) {
        SamplingOptions sampling = choice.sampling(ofModel);
        MelodyRequest request = asked.steps(length.steps(meter, stepsPerQuarter))
                .temperature(sampling.temperature())
                .topK(sampling.topK())
                .topP(sampling.topP());
        if (seed != null) {
            request = request.seed(seed);
        }
        if (choice.beam().isPresent()) {
            var beam = choice.beam().get();
            request = request.beam(beam.size(), beam.branches(), beam.steps());
        }
        for (Constraint wish : wishes.wishes()) {
            request = request.wishing(wish);
        }
        return request;
    }

    /** All files of one piece; of several, each has its number before the extension. */
    List<Path> files(Optional<String> number) {
        List<Path> all = new java.util.ArrayList<>(output.paths());
        explanation().ifPresent(all::add);
        return number.isEmpty()
                ? all
                : all.stream().map(path -> numbered(path, number.get())).toList();
    }

    private static Path numbered(Path path, String number) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return path.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
    }
}
