package io.github.musicgen.examples.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs. */
@Command(
        name = "completion",
        description = {
            "Prints a script by which bash and zsh complete what you type.",
            "",
            "With it, the Tab key completes commands, options, names of models and files.",
            ""
        },
        footer = {
            "",
            "For this shell alone (bash 4 or later, or zsh):",
            "  source <(musicgen completion)",
            "For all shells from now on, put that line into ~/.bashrc or ~/.zshrc."
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        spec.commandLine().getOut().print(AutoComplete.bash(root.getCommandName(), root));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
