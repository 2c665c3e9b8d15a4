package io.github.musicgen.examples.cli.generate;

import io.github.musicgen.api.sampling.SamplingOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the model draws from what could come next. */
public final class DrawingOptions {
    @Option(
            names = "--temperature",
            paramLabel = "T",
            description =
                    "How daring the choices are, 0 to 1000: 0 always takes the likeliest event, 1 draws as the model was "
                            + "trained, 1.5 is wild (default: as the model says; those that come along 1, spaces 0.5).")
    private @Nullable Double temperature;

    @Option(
            names = "--top-k",
            paramLabel = "K",
            description = "Draw only from the K likeliest events, 1 or more (default: from all).")
    private @Nullable Integer topK;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Draw only from the likeliest events that together have probability P, more than 0 and at "
                    + "most 1 (default: 1, all).")
    private @Nullable Double topP;

    /** What was asked for, and else what the model says. */
    public SamplingOptions sampling(SamplingOptions ofModel) {
        SamplingOptions sampling = temperature == null ? ofModel : ofModel.withTemperature(temperature);
        sampling = topK == null ? sampling : sampling.withTopK(topK);
        return topP == null ? sampling : sampling.withTopP(topP);
    }
}
