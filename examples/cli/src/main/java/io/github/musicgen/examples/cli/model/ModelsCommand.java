package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.importer.ImportOptions;
import io.github.musicgen.examples.cli.output.Failures;
import io.github.musicgen.examples.cli.output.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the models there are. */
@Command(
        name = "models",
        description = {
            "Lists the models that come along, and those that lie here.",
            "",
            "Of each it tells how well it foresees music that it did not learn from, in nats per step: the smaller, the better. "
                    + "The best n-gram, which only counts what followed what, is how well one does without a network on the "
                    + "same music. Of a space it tells which share of a melody's events come back, taught by the true ones before "
                    + "them or going on from its own. (Songs differ: figures compare a model with its own n-gram, not models of different music.) "
                    + "The licence is that of the trained weights; what you make with them is yours.",
            "",
            "sha256 is the fingerprint of configuration and weights, whatever file they lie in; the list shows its beginning.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  musicgen models",
            "  musicgen models --in my-models --json",
            "  musicgen models show folk"
        },
        subcommands = ModelsCommand.Show.class,
        mixinStandardHelpOptions = true)
public final class ModelsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description =
                    "Where to look for .safetensors and .mag files, not in folders below (default: where you are). "
                            + "Can be given several times.")
    private List<Path> folders = List.of(Path.of(""));

    @Option(names = "--json", description = "Print all that is known of each, for scripts.")
    private boolean asJson;

    @Override
    public Integer call() throws IOException {
        ModelShelf shelf = ModelShelf.of(folders);
        shelf.faults().forEach(fault -> spec.commandLine().getErr().println("musicgen: " + Failures.oneLine(fault)));
        PrintWriter out = spec.commandLine().getOut();
        if (asJson) {
            new Json()
                    .putAll(
                            "models",
                            shelf.models(),
                            found -> ModelJson.describe(
                                    new Json().put("model", found.name()).put("comesAlong", found.shipped()),
                                    found.bundle()))
                    .print(out);
        } else {
            out.print(ModelTable.of(shelf.models()));
            out.flush();
        }
        return 0;
    }

    /** Prints the card of one. */
    @Command(
            name = "show",
            description = {
                "Prints the card of a model: what it is, where it comes from, what may be done with it.",
                "",
                "This is for reading; the same for scripts, and whether the model still answers as it should, is told by "
                        + "musicgen info.",
                ""
            },
            footer = {"", "Example:", "  musicgen models show two-bars"},
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(
                paramLabel = "MODEL",
                completionCandidates = ModelChoice.AllNames.class,
                description = ModelChoice.ANY)
        private ModelChoice model;

        @Override
        public Integer call() throws IOException {
            spec.commandLine()
                    .getOut()
                    .print(ModelPage.of(
                            model.readAny(spec, ImportOptions.DEFAULT).bundle()));
            spec.commandLine().getOut().flush();
            return 0;
        }
    }
}
