package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.LatentRequest;
import io.github.musicgen.representation.melody.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Leads from one melody to another. */
@Command(
        name = "blend",
        description = {
            "Leads from one melody to another: of each the first bars that begin with a note, as many as the space knows, or "
                    + "those that you name.",
            "",
            "The first and the last are what the network makes of the two, which need not be the two to the note.",
            "",
            SpaceOptions.PRINTS,
            ""
        },
        footer = {"", "Example:", "  musicgen space blend --from a.mid --to b.mid --count 8 -o morph.mid -o morph.svg"},
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class SpaceBlendCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--from", paramLabel = "IN", required = true, description = "Music with the melody to begin with.")
    private Path from;

    @Option(
            names = "--from-bar",
            paramLabel = "N",
            description = "The bar, from 1 on, in which it begins (default: the first that begins with a note).")
    private @Nullable Integer fromBar;

    @Option(names = "--to", paramLabel = "IN", required = true, description = "Music with the melody to end with.")
    private Path to;

    @Option(
            names = "--to-bar",
            paramLabel = "N",
            description = "The bar, from 1 on, in which that one begins (default: the first that begins with a note).")
    private @Nullable Integer toBar;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "8",
            description = "How many melodies, the two ends included, 2 to 10000 (default: ${DEFAULT-VALUE}).")
    private int count;

    @Mixin
    private SpaceOptions options;

    @Override
    public Integer call() throws IOException {
        SpaceOptions.requireRange("--count", count, 2, LatentRequest.MAX_STRETCHES, spec);
        List<SpaceMelody> ends =
                List.of(SpaceMelody.of(spec, from, "--from-bar", fromBar), SpaceMelody.of(spec, to, "--to-bar", toBar));
        new SpaceMaking(spec, options, ends).run(this::blend);
        return 0;
    }

    private <T extends Stretch<T>> List<T> blend(LatentRequest<T> request, List<T> given) {
        return request.interpolate(given.get(0), given.get(1), count);
    }
}
