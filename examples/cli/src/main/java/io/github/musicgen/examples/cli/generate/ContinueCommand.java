package io.github.musicgen.examples.cli.generate;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Continues a melody. */
@Command(
        name = "continue",
        description = {
            "Continues a melody with a trained model.",
            "",
            "The model hears the music and then chooses step by step (a step is a sixteenth note in most models) among the "
                    + "events that could come next: a note starts, a note ends, or nothing changes. (To begin with nothing: "
                    + "musicgen generate.)",
            "",
            "The choices are drawn by lot. The seed is the number that the lot starts from: the same model, "
                    + "primer, options and seed give the same file, byte for byte. It is printed, so that what you "
                    + "liked can be made again; a .mid file also carries it, for musicgen replay.",
            "",
            "Prints, as JSON, the seed, the new notes, and the log-likelihood: how likely the model finds "
                    + "them; the nearer to 0, the likelier.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  musicgen continue --primer tune.abc -o more.mid -o more.svg",
            "  musicgen continue --model attention_rnn.mag --primer tune.mid --bars 4 --seed 42 \\",
            "    --key \"D dorian\" --wish \"end tonic\" -o more.mid"
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class ContinueCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PrimerFile primer;

    @Mixin
    private MakingOptions options;

    @Override
    public Integer call() throws IOException {
        new Making(spec, options, Optional.of(primer)).run();
        return 0;
    }
}
