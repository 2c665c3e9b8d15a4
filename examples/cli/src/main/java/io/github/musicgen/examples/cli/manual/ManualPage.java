package io.github.musicgen.examples.cli.manual;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** One command as a page for {@code man}, in the order that manual pages have. */
final class ManualPage {
    private final CommandSpec command;
    private final String version;
    private final Roff page = new Roff();

    ManualPage(CommandSpec command, String version) {
        this.command = command;
        this.version = version;
    }

    /** As pages of programs with commands are called: {@code musicgen-generate}. */
    static String nameOf(CommandSpec command) {
        return command.qualifiedName("-");
    }

    String text() {
        String name = nameOf(command);
        List<String> description = lines(command.usageMessage().description());
        page.title(name.toUpperCase(Locale.ROOT), "musicgen " + version);
        page.section("Name").text(name + " - " + withoutPeriod(description.get(0)));
        page.section("Synopsis").verbatim(List.of(synopsis().split("\\R", -1)));
        page.section("Description");
        description.forEach(page::text);
        parameters();
        options();
        commands();
        exitCodes();
        examples();
        seeAlso();
        return page.toString();
    }

    private String synopsis() {
        CommandLine.Help help = new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(Ansi.OFF));
        return help.synopsis(0).stripTrailing();
    }

    private void parameters() {
        List<PositionalParamSpec> parameters = command.positionalParameters().stream()
                .filter(each -> !each.hidden())
                .toList();
        if (!parameters.isEmpty()) {
            page.section("Parameters");
            parameters.forEach(each -> entry(each.paramLabel(), each));
        }
    }

    private void options() {
        page.section("Options");
        command.options().stream().filter(each -> !each.hidden()).forEach(option -> {
            String names = String.join(", ", option.names());
            entry(option.arity().max() == 0 ? names : names + " " + option.paramLabel(), option);
        });
    }

    private void entry(String term, ArgSpec argument) {
        page.item(term);
        lines(argument.description()).forEach(page::inItem);
    }

    private void commands() {
        if (!command.subcommands().isEmpty()) {
            page.section("Commands");
            command.subcommands()
                    .values()
                    .forEach(sub -> page.item(nameOf(sub.getCommandSpec()) + "(1)")
                            .inItem(sub.getCommandSpec().usageMessage().description()[0]));
        }
    }

    private void exitCodes() {
        page.section("Exit status");
        command.usageMessage()
                .exitCodeList()
                .forEach((code, meaning) -> page.item(code).inItem(meaning));
    }

    private void examples() {
        List<String> footer = lines(command.usageMessage().footer());
        if (!footer.isEmpty()) {
            page.section("Examples").verbatim(footer);
        }
    }

    private void seeAlso() {
        CommandLine parent = command.parent() == null ? null : command.parent().commandLine();
        if (parent != null) {
            String others = Stream.concat(
                            Stream.of(parent.getCommandSpec()),
                            parent.getSubcommands().values().stream().map(CommandLine::getCommandSpec))
                    .filter(each -> each != command)
                    .map(each -> nameOf(each) + "(1)")
                    .collect(Collectors.joining(", "));
            page.section("See also").text(others);
        }
    }

    /** Lines as picocli shows them; its own marks for line ends and percents are gone. */
    private static List<String> lines(String[] formats) {
        return Arrays.stream(formats)
                .map(each -> each.replace("%n", "\n").replace("%%", "%"))
                .flatMap(each -> Arrays.stream(each.split("\n", -1)))
                .dropWhile(String::isEmpty)
                .toList();
    }

    private static String withoutPeriod(String sentence) {
        String lower = sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
