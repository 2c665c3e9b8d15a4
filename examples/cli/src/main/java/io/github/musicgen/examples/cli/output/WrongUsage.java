package io.github.musicgen.examples.cli.output;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says in one line what is wrong with the arguments, and where help is; all of the help would bury that line. The name of a file
 * that the system cannot have is no wrong usage, but bad input.
 */
public final class WrongUsage implements IParameterExceptionHandler {
    /** How picocli lists the values of an enum. */
    private static final Pattern CHOICE = Pattern.compile("(expected one of \\[[^]]*]) \\(case-insensitive\\)");

    /** Of a command that has no work of its own. */
    public static ParameterException commandMissing(CommandSpec group) {
        List<String> names = List.copyOf(group.subcommands().keySet());
        int last = names.size() - 1;
        return new ParameterException(
                group.commandLine(),
                "a command is missing: " + String.join(", ", names.subList(0, last)) + " or " + names.get(last));
    }

    @Override
    public int handleParseException(ParameterException first, String[] arguments) {
        ParameterException wrong =
                unknownWord(first.getCommandLine(), arguments).orElse(first);
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        String value = wrong.getValue();
        if (value != null
                && wrong.getArgSpec() != null
                && isPlace(wrong.getArgSpec().auxiliaryTypes()[0]) // the type itself, or that of a list's items
                && !isPath(value)) {
            err.println("musicgen: " + Failures.oneLine(describe(value)));
            return command.getCommandSpec().exitCodeOnExecutionException();
        }
        err.println("musicgen: " + Failures.oneLine(inPlainWords(wrong)));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            suggest(unmatched, err);
        }
        if (command.getParent() == null && arguments.length == 0) { // somebody who wants to know what there is
            command.usage(err);
        } else {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static void suggest(UnmatchedArgumentException wrong, PrintWriter err) {
        List<String> meant = Suggestions.of(wrong);
        if (!meant.isEmpty()) {
            err.println("Did you mean: " + String.join(" or ", meant) + "?");
        }
    }

    /**
     * An option or a command that there is not, if one was given: who mistyped its name hears of that first, and not that something is
     * missing. Picocli stops at the first mistake that it meets unless it is told to collect all.
     */
    private static Optional<ParameterException> unknownWord(CommandLine command, String[] arguments) {
        CommandLine root = command;
        for (@Nullable CommandLine each = command; each != null; each = each.getParent()) {
            each.getCommandSpec().parser().collectErrors(true);
            root = each;
        }
        for (@Nullable ParseResult parsed = root.parseArgs(arguments); parsed != null; parsed = parsed.subcommand()) {
            for (Exception error : parsed.errors()) {
                if (error instanceof UnmatchedArgumentException unmatched
                        && (unmatched.isUnknownOption() || expectsCommand(unmatched))) {
                    return Optional.of(unmatched);
                }
            }
        }
        return Optional.empty();
    }

    /** Where commands are expected, each word is the name of one. */
    private static boolean expectsCommand(ParameterException wrong) {
        return !wrong.getCommandLine().getSubcommands().isEmpty();
    }

    /** What picocli says in the words of Java or of parsers is said so that anybody understands it. */
    private static String inPlainWords(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        return CHOICE.matcher(String.valueOf(wrong.getMessage()))
                .replaceFirst(choice -> choice.group(1).toLowerCase(Locale.ROOT) + ",")
                .replaceFirst("option option", "option")
                .replaceFirst("^Error: (.*) are mutually exclusive.*", "$1 cannot be given together")
                .replaceFirst("' is not an? (int|long)$", "' is not a whole number, or is out of all bounds")
                .replaceFirst("' is not a double$", "' is not a number");
    }

    private static String unmatched(UnmatchedArgumentException wrong) {
        List<String> words = wrong.getUnmatched();
        if (wrong.isUnknownOption()) { // picocli counts values of options among them
            return words.stream()
                    .filter(word -> word.startsWith("-"))
                    .collect(Collectors.joining("', '", "there is no option '", "'"));
        }
        return expectsCommand(wrong)
                ? "there is no command \"" + words.get(0) + "\""
                : "\"" + words.get(0) + "\" is one word too many";
    }

    private static boolean isPlace(Class<?> type) {
        return type == Path.class || Place.class.isAssignableFrom(type);
    }

    private static boolean isPath(String name) {
        try {
            return Path.of(name) != null;
        } catch (InvalidPathException noPath) {
            return false;
        }
    }

    /** Java decodes arguments by the locale; what that cannot hold is lost before we see it. */
    private static String describe(String name) {
        boolean ascii = name.chars().allMatch(c -> c < 128);
        return "no file can have the name \"" + name + "\""
                + (ascii ? "" : " in this locale; one of UTF-8 is set with LC_ALL, such as C.UTF-8");
    }
}
