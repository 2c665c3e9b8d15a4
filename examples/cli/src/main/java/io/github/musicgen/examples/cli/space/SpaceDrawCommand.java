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

/** Draws melodies from the whole space. */
@Command(
        name = "draw",
        description = {
            "Draws melodies from the whole space: points by lot, and the melodies that lie there.",
            "",
            SpaceOptions.PRINTS,
            ""
        },
        footer = {"", "Example:", "  musicgen space draw --count 8 --key \"D dorian\" --seed 3 -o eight.mid"},
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class SpaceDrawCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

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
        new SpaceMaking(spec, options, List.of()).run(this::draw);
        return 0;
    }

    private <T extends Stretch<T>> List<T> draw(LatentRequest<T> request, List<T> given) {
        return request.sample(count);
    }
}
