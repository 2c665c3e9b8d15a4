package io.github.musicgen.examples.cli.generate;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a melody from nothing. */
@Command(
        name = "generate",
        description = {
            "Makes a melody from nothing with a trained model.",
            "",
            "A trained model has read many melodies and tells, after each step (a sixteenth note in most models), how likely "
                    + "each thing that could come next is: a note starts, a note ends, or nothing changes. What comes is "
                    + "drawn by lot, the likely more often than the unlikely, and so on, until the melody is as long as you "
                    + "wish. You need to train nothing: three models come along (musicgen models). (To go on from a melody "
                    + "that is there: musicgen continue.)",
            "",
            "The first note is the tonic of the key that --key asks for, or else of the model's own: C in those that come along.",
            "",
            "The seed is the number that the lot starts from: the same model, options and seed give the same file, byte for "
                    + "byte. It is printed, so that what you liked can be made again; a .mid file also carries it, for "
                    + "musicgen replay.",
            "",
            "Prints, as JSON, the seed, the notes, and the log-likelihood: how likely the model finds them; the nearer to 0, "
                    + "the likelier.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  musicgen generate -o tune.mid -o tune.wav -o tune.svg",
            "  musicgen generate --model classical --bars 16 --key \"A minor\" --temperature 0.8 --seed 7 -o song.mid",
            "  musicgen generate --count 10 -o ideas.mid"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class GenerateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private MakingOptions options;

    @Option(names = "--primer", hidden = true, description = "Who looks for it here is told where it is.")
    private @Nullable String primer;

    @Override
    public Integer call() throws IOException {
        if (primer != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "generate begins with nothing; to go on from \"" + primer + "\" is musicgen continue --primer "
                            + primer);
        }
        new Making(spec, options, Optional.empty()).run();
        return 0;
    }
}
