package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.examples.cli.output.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Models as a table for reading: columns as wide as what stands in them. */
final class ModelTable {
    private static final String UNKNOWN = "-";
    private static final int DIGITS_OF_HASH = 12;
    private static final List<String> HEAD =
            List.of("model", "configuration", "nats/step", "best n-gram", "licence", "sha256");

    private ModelTable() {}

    static String of(List<ModelShelf.Found> models) {
        List<List<String>> rows = new ArrayList<>(List.of(HEAD));
        models.forEach(found -> rows.add(row(found.name(), found.bundle())));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(line(row, widths)).append(System.lineSeparator()));
        return text.toString();
    }

    private static List<String> row(String name, Bundle bundle) {
        ModelCard card = bundle.card();
        return List.of(
                Failures.oneLine(name),
                bundle.configuration().name(),
                figure(card.figures(), "testNatsPerStep"),
                figure(card.figures(), "testBestNgramNatsPerStep"),
                card.license().isBlank() ? UNKNOWN : Failures.oneLine(card.license()),
                bundle.hash().substring(0, DIGITS_OF_HASH));
    }

    private static String figure(Map<String, Double> figures, String name) {
        return figures.containsKey(name) ? String.format(Locale.ROOT, "%.3f", figures.get(name)) : UNKNOWN;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
