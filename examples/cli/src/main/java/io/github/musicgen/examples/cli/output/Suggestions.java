package io.github.musicgen.examples.cli.output;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody may have meant who mistyped the name of a command or an option. */
final class Suggestions {
    private static final int MOST = 3;

    private Suggestions() {}

    /** As they are typed, the likeliest first; nothing if no name is near. */
    static List<String> of(UnmatchedArgumentException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String word = wrong.getUnmatched().get(0);
        if (wrong.isUnknownOption()) {
            return near(
                    word.replaceFirst("=.*", ""),
                    command.options().stream().map(OptionSpec::longestName).toList());
        }
        return near(word, List.copyOf(command.subcommands().keySet())).stream()
                .map(name -> command.qualifiedName() + " " + name)
                .toList();
    }

    /** Names that a mistake for each three letters makes of a word, upper or lower case; those with the fewest first. */
    private static List<String> near(String word, List<String> names) {
        return names.stream()
                .filter(name -> mistakes(word, name) <= Math.max(1, name.length() / 3))
                .sorted(Comparator.comparingInt(name -> mistakes(word, name)))
                .limit(MOST)
                .toList();
    }

    /** How many letters are wrong, missing, too many, or two that changed places. */
    private static int mistakes(String word, String name) {
        String typed = word.toLowerCase(Locale.ROOT);
        String meant = name.toLowerCase(Locale.ROOT);
        int[][] least = new int[typed.length() + 1][meant.length() + 1]; // between their beginnings
        for (int i = 0; i <= typed.length(); i++) {
            for (int j = 0; j <= meant.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : least(least, typed, meant, i, j);
            }
        }
        return least[typed.length()][meant.length()];
    }

    private static int least(int[][] least, String typed, String meant, int i, int j) {
        boolean same = typed.charAt(i - 1) == meant.charAt(j - 1);
        boolean swapped = i > 1
                && j > 1
                && typed.charAt(i - 1) == meant.charAt(j - 2)
                && typed.charAt(i - 2) == meant.charAt(j - 1);
        int alone = Math.min(least[i - 1][j], least[i][j - 1]) + 1;
        int other = Math.min(alone, least[i - 1][j - 1] + (same ? 0 : 1));
        return swapped ? Math.min(other, least[i - 2][j - 2] + 1) : other;
    }
}
