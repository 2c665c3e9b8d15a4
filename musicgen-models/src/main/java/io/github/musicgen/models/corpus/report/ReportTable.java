package io.github.musicgen.models.corpus.report;

import java.util.Locale;

/** A report for people. */
final class ReportTable {
    private static final String LINE = "%-9s %8s  %s\n";

    private ReportTable() {}

    static String summary(CorpusReport report) {
        StringBuilder text = new StringBuilder();
        text.append(format(
                "%,d files: %,d kept, %,d repaired, %,d rejected; %,d other files passed over\n",
                report.files().size(),
                report.count(Verdict.KEPT),
                report.count(Verdict.REPAIRED),
                report.count(Verdict.REJECTED),
                report.otherFiles()));
        text.append(format(
                "%,d melodies of %,d steps, of which %,d melodies are there before in some key\n",
                report.melodies(), report.steps(), report.duplicates()));
        if (!report.costs().isEmpty()) {
            text.append(format("\n%-18s %9s %12s %9s\n", "limit", "times", "steps lost", "in files"));
        }
        report.costs()
                .forEach((limit, cost) -> text.append(format(
                        "%-18s %,9d %12s %,9d\n",
                        limit.word(),
                        cost.loss().times(),
                        cost.loss().steps() > 0 ? format("%,d", cost.loss().steps()) : "",
                        cost.files())));
        if (!report.repairs().isEmpty()) {
            text.append(format("\n%-18s %9s\n", "repair", "times"));
        }
        report.repairs().forEach((repair, times) -> text.append(format("%-18s %,9d\n", repair.word(), times)));
        return text.toString();
    }

    static String of(CorpusReport report) {
        StringBuilder text = new StringBuilder(summary(report));
        text.append('\n').append(format(LINE, "verdict", "melodies", "file"));
        for (FileReport file : report.files()) {
            String name = file.reason().isEmpty() ? file.name() : file.name() + ": " + file.reason();
            text.append(format(LINE, file.verdict().word(), file.melodies(), printable(name)));
        }
        return text.toString();
    }

    /** Names of files may hold anything, even what a terminal would obey. */
    private static String printable(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .map(point -> Character.isISOControl(point) ? '\uFFFD' : point)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
