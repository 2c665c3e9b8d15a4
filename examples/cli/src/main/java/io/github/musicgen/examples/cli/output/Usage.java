package io.github.musicgen.examples.cli.output;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells wrong arguments of a command, which exit with 2 and its usage, from bad input, which exits with 1. */
public final class Usage {
    private Usage() {}

    /** Makes a value of what the user wrote; what the library refuses is wrong usage. */
    public static <T> T checked(CommandSpec spec, Supplier<T> argument) {
        try {
            return argument.get();
        } catch (IllegalArgumentException refused) {
            throw new ParameterException(spec.commandLine(), refused.getMessage(), refused);
        }
    }
}
