package io.github.musicgen.examples.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.musicgen.api.Band;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.LatentModel;
import io.github.musicgen.api.bandvae.BandInstrument;
import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.engine.Engine;
import io.github.musicgen.api.melodyvae.LatentContents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the models that come along, and the README, say of them what they say themselves. */
class ShippedPageTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path PAGES = Path.of("..", "..", "docs", "models");
    private static final Path PAGE = PAGES.resolve("shipped.md");

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

    static Stream<LatentModel<?>> spaces() {
        return Stream.concat(
                LatentModel.available().stream().map(LatentModel::load),
                LatentModel.availableDrums().stream().map(LatentModel::loadDrums));
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void figuresOfASpace_areThoseOfTheCard(LatentModel<?> space) throws Exception {
        Map<String, Double> figures = space.bundle().card().figures();
        boolean drums = space.configuration().contents() instanceof LatentContents.Drums;
        double known = figure(figures, "testAlsoLearned");
        assertThat(Files.readString(PAGES.resolve("melody-vae.md")))
                .contains(String.format(
                        Locale.ROOT,
                        "Judged on %,.0f stretches of the pieces held out",
                        figure(figures, drums ? "testDrums" : "testMelodies")))
                .contains(
                        known == 0
                                ? "no stretch is on two sides"
                                : String.format(
                                        Locale.ROOT,
                                        "Of these %,.0f, %.0f stand in a piece that was learned, too",
                                        figure(figures, "testMelodies"),
                                        known))
                .contains(String.format(
                        Locale.ROOT,
                        "%,d numbers in 16 bits",
                        space.bundle().tensors().schema().valueCount()))
                .contains(String.format(
                        Locale.ROOT,
                        drums
                                ? "to %.3f in how often each is struck at each step, where other held-out ones do to %.3f"
                                : "to %.3f in MGEval's features, where other held-out ones do to %.3f",
                        figure(figures, "testDrawnOverlap"),
                        figure(figures, "testDrawnOverlapHeldOut")))
                .contains(String.format(
                        Locale.ROOT,
                        "| %.1f %% | %.1f %% | %.3f | %.1f | all %.0f |",
                        100 * figure(figures, "testTaughtAccuracy"),
                        100 * figure(figures, "testSampledAccuracy"),
                        figure(figures, "testNatsPerStep"),
                        figure(figures, "testDivergence"),
                        figure(figures, "testActiveUnits")));
    }

    static List<String> bands() {
        return Band.available();
    }

    @ParameterizedTest
    @MethodSource("bands")
    void figuresOfABand_areThoseOfTheCard(String name) throws Exception {
        Band band = Band.load(name);
        Map<String, Double> figures = band.bundle().card().figures();
        String page = Files.readString(PAGES.resolve("band-vae.md"));
        assertThat(page)
                .contains(likelihoods("all", "", figures))
                .contains(String.format(
                        Locale.ROOT, "| %,d |", band.bundle().tensors().schema().valueCount()))
                .contains(String.format(
                        Locale.ROOT,
                        "%.0f pieces with %.0f segments",
                        figure(figures, "testPieces"),
                        figure(figures, "testSegments")))
                .contains(String.format(
                        Locale.ROOT,
                        "to each of %.0f parts of the pieces that were kept from it",
                        figure(figures, "testMelodies")))
                .contains(percent(figures, "testConsonant", "of the intervals between what it plays"))
                .contains(percent(figures, "testOtherConsonant", "of those to another melody"))
                .contains("written to these melodies " + percent(figures, "testRealConsonant", "are"))
                .contains(percent(figures, "testInKey", "of what it plays lies in the scale of the whole piece"))
                .contains("Of what was written " + percent(figures, "testRealInKey", "do"));
        // "as much" in the key of another
        assertThat(figure(figures, "testOtherInKey")).isCloseTo(figure(figures, "testInKey"), within(0.01));
        List<BandInstrument> instruments = band.configuration().instruments();
        for (int i = 0; i < instruments.size(); i++) {
            String instrument = instruments.get(i).name();
            assertThat(page)
                    .contains(likelihoods(instrument, "." + instrument, figures))
                    .contains(presence(instrument, figures));
            if (i > 0) {
                assertThat(page)
                        .contains(hearing("test", instrument, figures))
                        .contains(hearing("testLed", instrument, figures));
            }
        }
    }

    @Test
    void figuresWithOtherPiecesKept_areThoseOfTheCard() throws Exception {
        Path card = PAGES.resolve("divisions").resolve("arcade-1.json");
        Map<String, Double> figures = new TreeMap<>();
        new ObjectMapper()
                .readTree(card.toFile())
                .get("figures")
                .properties()
                .forEach(
                        figure -> figures.put(figure.getKey(), figure.getValue().asDouble()));
        String page = Files.readString(PAGES.resolve("band-vae.md"));
        double pieces = figure(figures, "testPieces");
        assertThat(page)
                .contains(String.format(
                        Locale.ROOT, "%.0f pieces with %.0f segments", pieces, figure(figures, "testSegments")));
        for (String instrument : List.of("guitar", "bass", "strings", "drums")) {
            assertThat(page)
                    .contains(String.format(
                            Locale.ROOT,
                            "| %s, %.0f and %.0f pieces | %s | %s |",
                            instrument,
                            figure(figures, "testLedPieces." + instrument),
                            figure(figures, "testPieces." + instrument),
                            nats("testLed", instrument, figures),
                            nats("test", instrument, figures)));
        }
    }

    private static String nats(String of, String who, Map<String, Double> figures) {
        return String.format(
                Locale.ROOT,
                "%.2f | %.2f | %.2f",
                figure(figures, of + "Nats." + who),
                figure(figures, of + "FirstHeard." + who),
                figure(figures, of + "NobodyHeard." + who));
    }

    private static String percent(Map<String, Double> figures, String name, String what) {
        return String.format(Locale.ROOT, "%.0f %% %s", 100 * figure(figures, name), what);
    }

    private static String presence(String instrument, Map<String, Double> figures) {
        double songs = figure(figures, "testPresenceSongs." + instrument);
        double share = figure(figures, "testPresence." + instrument);
        return String.format(Locale.ROOT, "the %s in %.0f of %.0f", instrument, share * songs, songs);
    }

    private static String likelihoods(String who, String of, Map<String, Double> figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f |",
                who,
                figure(figures, "testNats" + of),
                figure(figures, "testFrequencies" + of),
                figure(figures, "testRepetition" + of));
    }

    private static String hearing(String of, String who, Map<String, Double> figures) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f, %.0f | %.0f, %.0f |",
                who,
                nats(of, who, figures),
                figure(figures, of + "NatsBetter." + who),
                figure(figures, of + "NatsWorse." + who),
                figure(figures, of + "FirstHeardBetter." + who),
                figure(figures, of + "FirstHeardWorse." + who));
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
