package io.github.musicgen.examples.cli.train;

import io.github.musicgen.examples.cli.model.ModelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells again how good a band is. */
@Command(
        name = "evaluate",
        description = {
            "Tells how good a band is, by music that was kept from it.",
            "",
            Judgement.DIVIDED,
            "",
            Judgement.PRINTS,
            ""
        },
        footer = {"", "Example:", "  musicgen band evaluate --model band.safetensors --corpus songs"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BandEvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "BAND",
            defaultValue = "arcade",
            description = "The band: one that comes along, or a file (default: ${DEFAULT-VALUE}).")
    private ModelChoice model;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            required = true,
            description = "A folder or archive of songs. Can be given several times.")
    private List<Path> folders;

    @Override
    public Integer call() throws IOException {
        new BandEvaluation(spec, model, folders)
                .run()
                .toJson()
                .print(spec.commandLine().getOut());
        return 0;
    }
}
