package io.github.musicgen.examples.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.Generator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the models that come along says of them what they say themselves. */
class ShippedPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "models", "shipped.md");

    static List<String> available() {
        return Generator.available();
    }

    @ParameterizedTest
    @MethodSource("available")
    void figures_areThoseOfTheCard(String name) throws Exception {
        assertThat(Files.readString(PAGE))
                .contains(row(name, Generator.load(name).bundle().card().figures()));
    }

    private static String row(String name, Map<String, Double> figures) {
        double nats = figure(figures, "testNatsPerStep");
        double ngram = figure(figures, "testBestNgramNatsPerStep");
        return String.format(
                Locale.ROOT,
                "| `%s` | %.3f | %.3f (order %.0f) | %.1f %% | %.1f %% | %.1f %% |",
                name,
                nats,
                ngram,
                figure(figures, "testBestNgramOrder"),
                100 * (1 - nats / ngram),
                100 * figure(figures, "testAccuracy"),
                100 * figure(figures, "testEventAccuracy"));
    }

    private static double figure(Map<String, Double> figures, String name) {
        return figures.getOrDefault(name, Double.NaN);
    }
}
