package io.github.musicgen.examples.cli.output;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Turns what goes wrong while a command runs into one line and an exit code; only a fault of our own shows its trace. What the
 * library refuses is bad input only where a command knows so, and says it as an {@code IOException} that names the file.
 */
public final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        if (failure instanceof RuntimeException) {
            failure.printStackTrace(commandLine.getErr());
        } else {
            commandLine.getErr().println("musicgen: " + oneLine(describe(failure)));
        }
        return commandLine.getCommandSpec().exitCodeOnExecutionException();
    }

    /** What a file says of itself may hold line breaks, and worse for a terminal. */
    public static String oneLine(String words) {
        return words.replaceAll("\\p{Cntrl}+", " ");
    }

    private static String describe(Exception failure) {
        if (failure instanceof FileSystemException failed) {
            return failed.getFile() + ": " + Objects.requireNonNullElse(failed.getReason(), reason(failed));
        }
        return Objects.requireNonNullElse(
                failure.getMessage(), failure.getClass().getSimpleName());
    }

    private static String reason(FileSystemException failed) {
        if (failed instanceof NoSuchFileException) {
            return "no such file";
        }
        return failed instanceof AccessDeniedException ? "access denied" : "cannot be used";
    }
}
