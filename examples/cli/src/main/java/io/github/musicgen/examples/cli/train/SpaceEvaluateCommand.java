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

/** Tells again how good a space is. */
@Command(
        name = "evaluate",
        description = {
            "Tells how good a space is, by music that was kept from it.",
            "",
            Judgement.DIVIDED,
            "",
            Judgement.PRINTS,
            ""
        },
        footer = {"", "Example:", "  musicgen space evaluate --model space.safetensors --corpus tunes"},
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SpaceEvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "SPACE",
            defaultValue = "two-bars",
            description = "The space: one that comes along, or a file (default: ${DEFAULT-VALUE}).")
    private ModelChoice model;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            required = true,
            description =
                    "A folder or archive of music, read as what the space learned was read. Can be given several times.")
    private List<Path> folders;

    @Override
    public Integer call() throws IOException {
        new SpaceEvaluation(spec, model, folders)
                .run()
                .toJson()
                .print(spec.commandLine().getOut());
        return 0;
    }
}
