package io.github.musicgen.examples.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help of every command looks: wide enough to be read, commands in groups, and what an exit code means. */
final class HelpStyle {
    private static final int WIDTH = 100;

    /** What somebody wants to do, and the commands for it. */
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    private static final Map<String, String> EXIT_CODES = new LinkedHashMap<>();

    static {
        EXIT_CODES.put("0", "done");
        EXIT_CODES.put("1", "the input is bad, or something cannot be read or written: one line says what and where");
        EXIT_CODES.put("2", "wrong usage: nothing was done");
        GROUPS.put("Make music:", List.of("generate", "continue", "jam", "space", "band", "replay"));
        GROUPS.put("See, hear and convert music:", List.of("inspect", "convert", "melody", "play"));
        GROUPS.put("Know models:", List.of("models", "info", "score", "evaluate"));
        GROUPS.put("Make models, and exchange them:", List.of("train", "import", "export", "probe"));
        GROUPS.put("Know more, and type less:", List.of("help", "completion"));
    }

    private HelpStyle() {}

    static void apply(CommandLine root) {
        each(root);
        Map<String, IHelpSectionRenderer> sections = root.getHelpSectionMap();
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpStyle::groups);
    }

    private static void each(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        spec.version(command.getCommandSpec().root().version());
        String[] description = spec.usageMessage().description();
        int last = description.length - 1;
        if (last >= 0 && description[last].isEmpty()) {
            spec.usageMessage().description(Arrays.copyOf(description, last)); // the headings bring a line of their own
        }
        spec.usageMessage()
                .width(WIDTH)
                .parameterListHeading("%nParameters:%n")
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(EXIT_CODES);
        command.getSubcommands().values().forEach(HelpStyle::each);
    }

    private static String groups(Help help) {
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((title, names) -> {
            TextTable table = TextTable.forColumns(
                    help.colorScheme(),
                    new Help.Column(14, 2, Help.Column.Overflow.SPAN),
                    new Help.Column(WIDTH - 14, 2, Help.Column.Overflow.WRAP));
            for (String name : names) {
                Help command = Objects.requireNonNull(help.subcommands().get(name), name);
                table.addRowValues(
                        command.commandNamesText(", ").toString(),
                        command.commandSpec().usageMessage().description()[0]);
            }
            text.append(System.lineSeparator())
                    .append(title)
                    .append(System.lineSeparator())
                    .append(table);
        });
        return text.toString();
    }
}
