package io.github.musicgen.examples.cli.output;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command, and fails if what it printed did not arrive: a print writer swallows what goes wrong, a full disk too. */
public final class CheckedOutput implements IExecutionStrategy {
    @Override
    public int execute(ParseResult parsed) {
        int exitCode = new RunLast().execute(parsed);
        CommandLine command = parsed.commandSpec().commandLine();
        if (command.getOut().checkError()) {
            command.getErr().println("musicgen: standard output cannot be written");
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        return exitCode;
    }
}
