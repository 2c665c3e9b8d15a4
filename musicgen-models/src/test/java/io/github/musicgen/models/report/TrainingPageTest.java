package io.github.musicgen.models.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bundle.Bundle;
import io.github.musicgen.api.bundle.ModelCard;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.models.export.RandomBundles;
import io.github.musicgen.models.training.EpochReport;
import io.github.musicgen.models.training.TrainedModel;
import io.github.musicgen.models.training.TrainingOptions;
import io.github.musicgen.representation.melody.Melody;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class TrainingPageTest {
    private static final String NASTY = "<b>&\"'\u0000\uD800]]>";
    private static final String NASTY_READ = "<b>&\"'\uFFFD\uFFFD]]>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 61, 300})
    void html_whileTrainingGoesOn_isWellFormed_andHoldsNumbersOnly(int epochs) throws Exception {
        String html = TrainingPage.of(Histories.ofEpochs(epochs)).html();

        assertThat(elements(parse(html), "section")).hasSize(epochs == 0 ? 0 : 3);
        assertThat(html).doesNotContain("NaN", "Infinity").contains(epochs == 1 ? "1 epoch so far" : " epochs so far");
    }

    @Test
    void html_ofAnEpochWithoutNumbers_drawsWhatThereIs() throws Exception {
        List<EpochReport> history = List.of(Histories.epoch(1), Histories.withoutNumbers(), Histories.epoch(3));

        String html = TrainingPage.of(history).html();

        assertThat(html).doesNotContain("NaN", "Infinity");
        assertThat(elements(parse(html), "section")).hasSize(3);
    }

    @Test
    void html_ofATrainedModel_hasAllSections() throws Exception {
        Document page = parse(page(trained(Map.of())).html());

        assertThat(texts(page, "h2"))
                .containsExactly("Curves", "Pieces", "Figures", "Model", "Options", "Where it comes from");
        assertThat(texts(page, "h3"))
                .containsExactly("Nats per step", "Foreseen steps, %", "Learning rate", "What it takes for what");
        assertThat(elements(page, "figure")).hasSize(3);
        assertThat(texts(page, "figcaption").get(2)).startsWith("After the opening of a melody");
        assertThat(elements(page, "script")).isEmpty();
    }

    @Test
    void html_asksForNoOtherFile() throws Exception {
        String html = page(trained(Map.of())).html();

        assertThat(Pattern.compile("(?:href|src)=\"(?!data:)").matcher(html).find())
                .isFalse();
        assertThat(html).doesNotContain("url(", "@import").contains("default-src 'none'");
    }

    @Test
    void confusion_addsUpToTheStepsThatWereJudged() throws Exception {
        Document page = parse(page(trained(Map.of())).html());

        long steps = texts(page, "small").stream().mapToLong(Long::parseLong).sum();
        assertThat(steps).isEqualTo(2 * (64 - 1L));
    }

    @Test
    void html_escapesWhatNamesAndCardsSay() throws Exception {
        Document page =
                parse(page(trained(Map.of("corpus", NASTY))).title(NASTY).html());

        assertThat(texts(page, "h1")).containsExactly(NASTY_READ);
        assertThat(texts(page, "title").get(0)).isEqualTo(NASTY_READ);
        assertThat(texts(page, "td")).contains(NASTY_READ);
        assertThat(elements(page, "b")).allMatch(b -> !b.getTextContent().isEmpty());
    }

    @Test
    void html_isTheSameForTheSame() {
        assertThat(page(trained(Map.of())).html())
                .isEqualTo(page(trained(Map.of())).html());
    }

    @Test
    void html_showsWhatTheNGramCan_besideTheCurves() throws Exception {
        Document page = parse(page(trained(Map.of())).html());

        assertThat(texts(page, "span")).contains("this model, test 0.6123", "n-gram of order 8, test 0.7100");
    }

    @Test
    void html_withoutMelodies_leavesOutWhatTheyWouldTell() throws Exception {
        Document page = parse(TrainingPage.of(trained(Map.of()), List.of()).html());

        assertThat(texts(page, "h2")).contains("Pieces");
        assertThat(texts(page, "h3")).hasSize(3).doesNotContain("What it takes for what");
        assertThat(texts(page, "figcaption")).allMatch(caption -> caption.startsWith("From nothing"));
    }

    @Test
    void livePage_isThereAfterEachEpoch_alsoOfATrainingThatGoesOn() throws IOException {
        Path path = folder.resolve("page.html");
        try (LivePage live =
                LivePage.at(path, history -> TrainingPage.of(history).title("folk"))) {
            live.start(Histories.ofEpochs(2));
            assertThat(path).content().contains("2 epochs so far");
            live.epoch(Histories.epoch(3));
            assertThat(path).content().contains("3 epochs so far").contains("folk");
        }
        assertThat(folder).isDirectoryContaining("glob:**/page.html");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void livePage_thatCannotBeWritten_saysSoInTheEnd() {
        LivePage live = LivePage.at(folder.resolve("missing/page.html"), TrainingPage::of);

        live.epoch(Histories.epoch(1));

        assertThatThrownBy(live::close).isInstanceOf(NoSuchFileException.class).hasMessageContaining("missing");
    }

    private static TrainingPage page(TrainedModel trained) {
        return TrainingPage.of(trained, melodies()).options(TrainingOptions.usual());
    }

    static TrainedModel trained(Map<String, String> provenance) {
        Bundle random = RandomBundles.of(MelodyRnnConfiguration.lookbackRnn().withLayers(8, 8), 4);
        Map<String, Double> figures =
                Map.of("testNatsPerStep", 0.6123, "testBestNgramNatsPerStep", 0.71, "testBestNgramOrder", 8.0);
        ModelCard card = new ModelCard("folk", "Drawn from a seed", "CC0-1.0", "", provenance, figures);
        Bundle bundle = new Bundle(random.configuration(), random.tensors(), card, random.sampling(), random.golden());
        return new TrainedModel(bundle, 16, Histories.ofEpochs(24));
    }

    /** Two scales, up and down. */
    static List<Melody> melodies() {
        List<Melody> melodies = new ArrayList<>();
        for (int first : new int[] {60, 65}) {
            int[] events = new int[64];
            for (int step = 0; step < events.length; step++) {
                events[step] = step % 2 == 1 ? Melody.NO_EVENT : step % 16 == 14 ? Melody.NOTE_OFF : first + step % 16;
            }
            melodies.add(Melody.of(events));
        }
        return melodies;
    }

    private static Document parse(String html) throws Exception {
        assertThat(html).startsWith("<!DOCTYPE html>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static List<String> texts(Document page, String name) {
        return elements(page, name).stream()
                .map(element -> element.getTextContent().strip())
                .toList();
    }
}
