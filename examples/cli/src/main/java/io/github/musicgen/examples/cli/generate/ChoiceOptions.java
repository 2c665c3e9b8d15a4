package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.Beam;
import io.github.musicgen.api.sampling.SamplingOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the model chooses among what could come next. */
final class ChoiceOptions {
    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "How daring the choices are: 0 always takes the likeliest event, 1 draws as the model was "
                    + "trained, 1.5 is wild (default: as the model says, usually 1).")
    private @Nullable Double temperature;

    @Option(
            names = "--top-k",
            paramLabel = "K",
            description = "Draw only from the K likeliest events (default: from all).")
    private @Nullable Integer topK;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Draw only from the likeliest events that together have probability P, more than 0 and at "
                    + "most 1 (default: 1, all).")
    private @Nullable Double topP;

    @Option(
            names = "--beam",
            paramLabel = "SIZE,BRANCHES,STEPS",
            split = ",",
            hideParamSyntax = true,
            description =
                    "Search for a likely continuation: SIZE of them grow side by side, each in BRANCHES ways, and "
                            + "the likeliest go on after every STEPS steps. Slower, smoother; such as 4,2,8.")
    private List<Integer> beam = List.of();

    /** What was asked for, and else what the model says. */
    SamplingOptions sampling(SamplingOptions ofModel) {
        SamplingOptions sampling = temperature == null ? ofModel : ofModel.withTemperature(temperature);
        sampling = topK == null ? sampling : sampling.withTopK(topK);
        return topP == null ? sampling : sampling.withTopP(topP);
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
