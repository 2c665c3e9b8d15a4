package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.LatentRequest;
import io.github.musicgen.representation.melody.Stretch;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes melodies like another. */
@Command(
        name = "vary",
        description = {
            "Makes melodies like another: they lie between it and melodies that are drawn by lot.",
            "",
            SpaceOptions.PRINTS,
            ""
        },
        footer = {"", "Example:", "  musicgen space vary --of tune.mid --similarity 0.7 --count 4 -o variations.mid"},
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class SpaceVaryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private OneMelody melody;

    @Option(
            names = "--similarity",
            paramLabel = "X",
            defaultValue = "0.8",
            description =
                    "How like it they are, 0 to 1: 0 is anything, 1 what the network makes of the melody itself (default: "
                            + "${DEFAULT-VALUE}).")
    private double similarity;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many melodies, 1 to 10000 (default: ${DEFAULT-VALUE}).")
    private int count;

    @Mixin
    private SpaceOptions options;

    @Override
    public Integer call() throws IOException {
        SpaceOptions.requireRange("--count", count, 1, LatentRequest.MAX_STRETCHES, spec);
        SpaceOptions.requireRange("--similarity", similarity, 0, 1, spec);
        new SpaceMaking(spec, options, List.of(melody.melody(spec))).run(this::vary);
        return 0;
    }

    private <T extends Stretch<T>> List<T> vary(LatentRequest<T> request, List<T> given) {
        return request.similar(given.get(0), count, similarity);
    }
}
