package io.github.musicgen.examples.cli.space;

import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.MelodyAttribute;
import io.github.musicgen.api.melodyvae.LatentPath;
import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gives a melody more or less of something. */
@Command(
        name = "steer",
        description = {
            "Gives a melody more or less of something, step by step: what comes first is the melody as the network sees it.",
            "",
            "Where more of it lies is found by looking at many melodies: those that have most of it lie in one direction from "
                    + "those that have least. They are drawn from the space, or taken from music that you name, which is "
                    + "better, and the only way to tell major from minor.",
            "",
            SpaceOptions.PRINTS,
            ""
        },
        footer = {
            "",
            "Example:",
            "  musicgen space steer --of tune.mid --more density=1 --more pitch=-0.5 -o steered.mid"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class SpaceSteerCommand implements Callable<Integer> {
    private static final int LOOKED_AT = 500;
    private static final int MOST = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OneMelody melody;

    @Option(
            names = "--more",
            paramLabel = "WHAT=AMOUNT",
            required = true,
            hideParamSyntax = true,
            description = {
                "What it gets more of: density (notes), pitch (higher), syncopation or major (brighter). 1 leads as "
                        + "far as from the quarter of melodies with least of it to the quarter with most; less than 0 "
                        + "leads to less, of syncopation hardly: most melodies have next to none; -" + MOST + " to "
                        + MOST
                        + ". Can be given several times."
            })
    private Map<MelodyAttribute, Double> more = new LinkedHashMap<>();

    @Option(
            names = "--learn-from",
            paramLabel = "PATH",
            description = "A music file, or a folder of them, to find directions by (default: " + LOOKED_AT
                    + " melodies drawn from the space). Can be given several times.")
    private List<Path> music = List.of();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many melodies on the way, the first included, 2 to 1000 (default: ${DEFAULT-VALUE}).")
    private int count;

    @Mixin
    private SpaceOptions options;

    @Override
    public Integer call() throws IOException {
        SpaceOptions.requireRange("--count", count, 2, 1000, spec);
        requireEachOnce();
        more.forEach(this::requireAmount);
        if (music.isEmpty() && more.containsKey(MelodyAttribute.MAJOR)) {
            throw new ParameterException(
                    spec.commandLine(), "--more major needs music to --learn-from: drawn melodies are hardly in a key");
        }
        new SpaceMaking(spec, options, List.of(melody.melody(spec))).runInMelodies((space, request, given) -> {
            LatentVector start = space.encode(given.get(0));
            return request.interpolate(start, goal(space, start, lookedAt(space)), count, LatentPath.LINEAR);
        });
        return 0;
    }

    /** Of what was told twice the map holds the last alone. */
    private void requireEachOnce() {
        List<String> told =
                spec.commandLine().getParseResult().matchedOption("--more").originalStringValues();
        if (told.size() > more.size()) {
            throw new ParameterException(
                    spec.commandLine(), "--more must tell an amount of each thing once, but told " + told);
        }
    }

    private void requireAmount(MelodyAttribute what, double amount) {
        SpaceOptions.requireRange("--more " + what.name().toLowerCase(Locale.ROOT), amount, -MOST, MOST, spec);
    }

    private List<Melody> lookedAt(LatentModel<Melody> space) throws IOException {
        if (!music.isEmpty()) {
            return SpaceMusic.in(music, space);
        }
        return space.request().sample(LOOKED_AT);
    }

    private LatentVector goal(LatentModel<Melody> space, LatentVector start, List<Melody> lookedAt) {
        LatentVector goal = start;
        for (Map.Entry<MelodyAttribute, Double> wish : more.entrySet()) {
            goal = goal.plus(space.direction(wish.getKey(), lookedAt), wish.getValue());
        }
        return goal;
    }
}
