package io.github.musicgen.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** For those who ask for help before they say with what. */
@Command(
        name = "help",
        description = {"Explains a command, or lists all.", ""},
        footer = {"", "Example:", "  musicgen help space draw"},
        mixinStandardHelpOptions = true)
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..*",
            description = "What to explain, such as generate, or space draw.")
    private final List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        CommandLine explained = spec.root().commandLine();
        for (String word : words) {
            CommandLine below = explained.getSubcommands().get(word);
            if (below == null) {
                throw new UnmatchedArgumentException(explained, List.of(word));
            }
            explained = below;
        }
        explained.usage(spec.commandLine().getOut());
        return 0;
    }
}
