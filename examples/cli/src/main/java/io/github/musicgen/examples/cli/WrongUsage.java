package io.github.musicgen.examples.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/**
 * Says in one line what is wrong with the arguments, and where help is; all of the help would bury that line. The name of a file
 * that the system cannot have is no wrong usage, but bad input.
 */
final class WrongUsage implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        if (wrong.getCause() instanceof InvalidPathException noPath) {
            err.println("musicgen: " + Failures.oneLine(describe(noPath)));
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        err.println("musicgen: " + Failures.oneLine(String.valueOf(wrong.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
        if (command.getParent() == null) {
            command.usage(err);
        } else {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Java decodes arguments by the locale; what that cannot hold is lost before we see it. */
    private static String describe(InvalidPathException noPath) {
        boolean ascii = noPath.getInput().chars().allMatch(c -> c < 128);
        return "no file can have the name \"" + noPath.getInput() + "\""
                + (ascii ? "" : " in this locale; one of UTF-8 is set with LC_ALL, such as C.UTF-8");
    }
}
