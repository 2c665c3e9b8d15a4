package io.github.musicgen.examples.cli.space;

import io.github.musicgen.examples.cli.output.WrongUsage;
import io.github.musicgen.examples.cli.train.SpaceEvaluateCommand;
import io.github.musicgen.examples.cli.train.SpaceTrainCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done in a space of melodies; by itself it does nothing. */
@Command(
        name = "space",
        description = {
            "Draws, blends and varies short melodies in a space that a network has learned.",
            "",
            "Such a network turns each melody into a point, a list of numbers, and each point into a melody, and what lies near each "
                    + "other sounds alike. So between two melodies there are others that lead from the one to the other, around "
                    + "one there are variations, and in some direction all become denser or higher.",
            "",
            "In a space of drums, as those of MusicVAE are, the same is done with patterns of drums, but for steering and training.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  musicgen space draw --count 4 -o four.mid -o four.svg",
            "  musicgen space blend --from a.mid --to b.mid -o morph.mid"
        },
        subcommands = {
            SpaceDrawCommand.class,
            SpaceBlendCommand.class,
            SpaceVaryCommand.class,
            SpaceSteerCommand.class,
            SpaceTrainCommand.class,
            SpaceEvaluateCommand.class
        },
        mixinStandardHelpOptions = true)
public final class SpaceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw WrongUsage.commandMissing(spec);
    }
}
