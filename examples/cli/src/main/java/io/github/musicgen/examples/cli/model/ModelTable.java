package io.github.musicgen.examples.cli.model;

import io.github.musicgen.api.bundle.BandVaeBundle;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.MelodyVaeBundle;
import io.github.musicgen.api.bundle.ModelBundle;
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
    private static final List<String> NATS = List.of("testNatsPerStep", "testBestNgramNatsPerStep");
    private static final List<String> SEGMENTS = List.of("testNats", "testRepetition");
    private static final List<String> ACCURACIES = List.of("testTaughtAccuracy", "testSampledAccuracy");
    private static final List<String> HEAD =
            List.of("model", "configuration", "nats/step", "best n-gram", "licence", "sha256");
    private static final List<String> SPACES =
            List.of("space", "configuration", "taught", "on its own", "licence", "sha256");

    private static final List<String> BANDS =
            List.of("band", "configuration", "nats/segment", "last again", "licence", "sha256");

    private ModelTable() {}

    /** The models that foresee, and below them the spaces, of which other figures are told. */
    static String of(List<ModelShelf.Found> models) {
        List<List<String>> melodies = new ArrayList<>(List.of(HEAD));
        List<List<String>> spaces = new ArrayList<>(List.of(SPACES));
        List<List<String>> bands = new ArrayList<>(List.of(BANDS));
        for (ModelShelf.Found found : models) {
            if (found.bundle() instanceof Bundle bundle) {
                melodies.add(row(found.name(), bundle, bundle.configuration().name(), NATS));
            } else if (found.bundle() instanceof MelodyVaeBundle space) {
                spaces.add(row(found.name(), space, space.configuration().name(), ACCURACIES));
            } else if (found.bundle() instanceof BandVaeBundle band) {
                bands.add(row(found.name(), band, band.configuration().name(), SEGMENTS));
            }
        }
        return table(melodies) + below(spaces) + below(bands);
    }

    private static String below(List<List<String>> rows) {
        return rows.size() > 1 ? System.lineSeparator() + table(rows) : "";
    }

    private static String table(List<List<String>> rows) {
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

    private static List<String> row(String name, ModelBundle bundle, String configuration, List<String> figures) {
        ModelCard card = bundle.card();
        return List.of(
                Failures.oneLine(name),
                configuration,
                figure(card.figures(), figures.get(0)),
                figure(card.figures(), figures.get(1)),
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
