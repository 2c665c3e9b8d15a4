package io.github.musicgen.examples.cli.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.Generator;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of the models that come along, and the README, say of them what they say themselves. */
class ShippedPageTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path PAGE = Path.of("..", "..", "docs", "models", "shipped.md");

    static List<String> available() {
        return Generator.available();
    }

    @ParameterizedTest
    @MethodSource("available")
    void figures_areThoseOfTheCard(String name) throws Exception {
        assertThat(Files.readString(PAGE)).contains(row(Generator.load(name).bundle()));
    }

    @ParameterizedTest
    @MethodSource("available")
    void figuresInTheReadme_areThoseOfTheCard(String name) throws Exception {
        assertThat(Files.readString(README).lines().filter(line -> line.startsWith("| `" + name + "` |")))
                .singleElement()
                .asString()
                .endsWith(shortRow(Generator.load(name).bundle()));
    }

    private static String row(Bundle bundle) {
        Map<String, Double> figures = bundle.card().figures();
        double nats = figure(figures, "testNatsPerStep");
        double ngram = figure(figures, "testBestNgramNatsPerStep");
        return String.format(
                Locale.ROOT,
                "| `%s` | %.3f | %.3f (order %.0f) | %.1f %% | %.1f %% | %.1f %% | %,d |",
                bundle.card().id(),
                nats,
                ngram,
                figure(figures, "testBestNgramOrder"),
                100 * (1 - nats / ngram),
                100 * figure(figures, "testAccuracy"),
                100 * figure(figures, "testEventAccuracy"),
                parameters(bundle));
    }

    private static String shortRow(Bundle bundle) {
        Map<String, Double> figures = bundle.card().figures();
        return String.format(
                Locale.ROOT,
                "| %.3f | %.3f | %.1f %% | %,d | %s |",
                figure(figures, "testNatsPerStep"),
                figure(figures, "testBestNgramNatsPerStep"),
                100 * figure(figures, "testAccuracy"),
                parameters(bundle),
                bundle.card().license());
    }

    private static long parameters(Bundle bundle) {
        return bundle.model(Engine.portable()).network().parameterCount();
    }

    private static double figure(Map<String, Double> figures, String name) {
        return figures.getOrDefault(name, Double.NaN);
    }
}
