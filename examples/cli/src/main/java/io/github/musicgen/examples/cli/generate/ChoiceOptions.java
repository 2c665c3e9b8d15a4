package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.Beam;
import io.github.musicgen.api.sampling.SamplingOptions;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How the model chooses among what could come next. */
final class ChoiceOptions {
    @Mixin
    private DrawingOptions drawing;

    @Option(
            names = "--beam",
            paramLabel = "SIZE,BRANCHES,STEPS",
            split = ",",
            hideParamSyntax = true,
            description =
                    "Search for a likely continuation: SIZE of them grow side by side, each in BRANCHES ways, and "
                            + "the likeliest go on after every STEPS steps. Slower, smoother; such as 4,2,8.")
    private List<Integer> beam = List.of();

    SamplingOptions sampling(SamplingOptions ofModel) {
        return drawing.sampling(ofModel);
    }

    Optional<Beam> beam() {
        if (beam.isEmpty()) {
            return Optional.empty();
        }
        if (beam.size() != 3) {
            throw new IllegalArgumentException("--beam must be three numbers such as 4,2,8, but was " + beam);
        }
        return Optional.of(new Beam(beam.get(0), beam.get(1), beam.get(2)));
    }
}
