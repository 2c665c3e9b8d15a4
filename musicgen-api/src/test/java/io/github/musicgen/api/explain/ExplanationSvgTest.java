package io.github.musicgen.api.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.Generation;
import io.github.musicgen.api.Generator;
import io.github.musicgen.api.explain.ExplainedStep.Alternative;
import io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration;
import io.github.musicgen.api.testing.TinyModels;
import io.github.musicgen.api.testing.Tunes;
import io.github.musicgen.representation.melody.Melody;
import io.github.musicgen.representation.picture.RollGeometry;
import io.github.musicgen.representation.picture.Theme;
import io.github.musicgen.representation.sequence.NoteSequence;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ExplanationSvgTest {
    private static final Path APPROVED =
            Path.of("src", "test", "resources", "io", "github", "musicgen", "api", "explain", "explanation.svg");
    private static final int STEPS = 32;
    private static final Explanation EXPLANATION = explain(MelodyRnnConfiguration.attentionRnn());

    private static Explanation explain(MelodyRnnConfiguration configuration) {
        Generator generator = Generator.of(TinyModels.of(configuration.withLayers(16, 16), 11));
        Generation generation = generator
                .continuing(Tunes.melody())
                .steps(STEPS)
                .seed(6)
                .inKey("G")
                .generate();
        return generator.explain(generation, 5);
    }

    static List<MelodyRnnConfiguration> configurations() {
        return MelodyRnnConfiguration.all();
    }

    private static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + svg.substring(0, 400), e);
        }
    }

    private static List<Element> all(Element within, String name) {
        NodeList nodes = within.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static Element panel(Document svg, String name) {
        return panels(svg).stream()
                .filter(panel -> panel.getAttribute("data-panel").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> panels(Document svg) {
        return all(svg.getDocumentElement(), "g").stream()
                .filter(group -> group.hasAttribute("data-panel"))
                .toList();
    }

    private static List<String> names(Document svg) {
        return panels(svg).stream()
                .map(panel -> panel.getAttribute("data-panel"))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> bars(Document svg) {
        return all(panel(svg, "surprise"), "rect").stream()
                .sorted(Comparator.comparingDouble(bar -> number(bar, "x")))
                .toList();
    }

    private static Explanation of(List<ExplainedStep> steps) {
        NoteSequence music = NoteSequence.builder(4).build();
        return new Explanation(music, 0, steps.size(), 0, 4, steps);
    }

    private static ExplainedStep step(int index, double surprise) {
        return new ExplainedStep(index, index, Melody.NO_EVENT, surprise, List.of(), List.of(), OptionalInt.empty());
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void svg_showsWhatTheModelHas(MelodyRnnConfiguration configuration) {
        Explanation explanation = explain(configuration);
        List<String> expected = new ArrayList<>();
        if (explanation.steps().stream().anyMatch(step -> step.repeatOf().isPresent())) {
            expected.add("repeats");
        }
        expected.add("surprise");
        if (configuration.attention().isPresent()) {
            expected.add("attention");
        }
        expected.add("alternatives");
        assertThat(names(parse(ExplanationSvg.of(explanation).svg()))).isEqualTo(expected);
    }

    @Test
    void svg_everyStep_hasABarAtItsTime_asHighAsItsSurprise() {
        ExplanationSvg picture = ExplanationSvg.of(EXPLANATION).width(900);
        RollGeometry roll = picture.geometry();
        List<Element> bars = bars(parse(picture.svg()));
        assertThat(bars).hasSize(STEPS);
        double perNat = 0;
        for (int i = 0; i < STEPS; i++) {
            ExplainedStep step = EXPLANATION.steps().get(i);
            assertThat(number(bars.get(i), "x")).isEqualTo(roll.x(step.tick()), within(0.01));
            perNat = Math.max(perNat, number(bars.get(i), "height") / step.surprise());
        }
        double foot = number(bars.get(0), "y") + number(bars.get(0), "height");
        for (int i = 0; i < STEPS; i++) {
            double surprise = EXPLANATION.steps().get(i).surprise();
            assertThat(number(bars.get(i), "height")).isEqualTo(surprise * perNat, within(0.1));
            assertThat(number(bars.get(i), "y") + number(bars.get(i), "height")).isEqualTo(foot, within(0.02));
        }
    }

    @Test
    void svg_bars_tellNotesAndTheRestApart() {
        Document svg = parse(ExplanationSvg.of(EXPLANATION).svg());
        List<Element> bars = bars(svg);
        for (int i = 0; i < STEPS; i++) {
            String fill = ((Element) bars.get(i).getParentNode()).getAttribute("fill");
            int event = EXPLANATION.steps().get(i).event();
            assertThat(fill).isEqualTo(event >= 0 ? "#d9590a" : event == Melody.NO_EVENT ? "#626a7a" : "#1a6fbf");
        }
    }

    @Test
    void svg_attention_liesWhereTheStepsBeforeLie() {
        List<Float> latestAlone = List.of(0f, 0f, 1f);
        List<ExplainedStep> steps = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            steps.add(new ExplainedStep(i, i, 60, 1, List.of(), latestAlone, OptionalInt.empty()));
        }
        ExplanationSvg picture = ExplanationSvg.of(of(steps));
        RollGeometry roll = picture.geometry();
        List<Element> paths = all(panel(parse(picture.svg()), "attention"), "path");
        assertThat(paths).as("one level, and the marks").hasSize(2);
        String[] cells = paths.get(0).getAttribute("d").substring(1).split("M", -1);
        assertThat(cells)
                .as("the first three look at what was before the music")
                .hasSize(5);
        for (int i = 0; i < cells.length; i++) {
            double x = Double.parseDouble(cells[i].substring(0, cells[i].indexOf(' ')));
            assertThat(x).isEqualTo(roll.x(i), within(0.01));
        }
        assertThat(paths.get(1).getAttribute("d").chars().filter(c -> c == 'M')).hasSize(8);
    }

    @Test
    void svg_repeats_areRibbonsOfPassages_andStrokesWhereNothingIsRepeated() {
        List<ExplainedStep> steps = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            OptionalInt repeat = i < 2 || i >= 16 ? OptionalInt.of(i - 16) : OptionalInt.empty();
            steps.add(new ExplainedStep(i, i, 60, 1, List.of(), List.of(), repeat));
        }
        ExplanationSvg picture = ExplanationSvg.of(of(steps));
        RollGeometry roll = picture.geometry();
        List<Element> paths = all(panel(parse(picture.svg()), "repeats"), "path");
        String ribbons = paths.get(0).getAttribute("d");
        assertThat(ribbons.chars().filter(c -> c == 'M')).hasSize(1);
        assertThat(Double.parseDouble(ribbons.substring(1, ribbons.indexOf(' '))))
                .isEqualTo(roll.x(0), within(0.01));
        assertThat(ribbons).endsWith("z").contains("A");
        assertThat(paths.get(1).getAttribute("d").chars().filter(c -> c == 'M'))
                .as("a stroke, and the edge of the ribbon")
                .hasSize(2);
    }

    @Test
    void svg_alternatives_areThoseOfTheGreatestSurprises_orThoseAskedFor() {
        Document narrow = parse(ExplanationSvg.of(EXPLANATION).width(240).svg());
        List<String> feet = all(panel(narrow, "alternatives"), "text").stream()
                .map(Element::getTextContent)
                .filter(text -> text.endsWith("%"))
                .toList();
        assertThat(feet).hasSize(5);
        Document asked =
                parse(ExplanationSvg.of(EXPLANATION).alternativesOf(3, 9, 3).svg());
        List<Element> columns = all(panel(asked, "alternatives"), "g");
        assertThat(columns).hasSize(2);
        ExplainedStep step = EXPLANATION.steps().get(3);
        for (Alternative each : step.alternatives()) {
            assertThat(all(columns.get(0), "rect"))
                    .filteredOn(rect ->
                            Math.abs(number(rect, "height") - Math.max(0, each.before() * 110 - 0.75)) < 0.02)
                    .as("%s", each)
                    .hasSizeGreaterThanOrEqualTo(each.before() * 110 > 2 ? 1 : 0);
        }
        assertThat(names(parse(ExplanationSvg.of(EXPLANATION).alternativesOf().svg())))
                .doesNotContain("alternatives");
    }

    @Test
    void svg_columns_keepTheirDistance_andStayNearTheirSteps() {
        double[] columns = Columns.place(List.of(10.0, 100.0, 104.0, 300.0), 30, 0, 310);
        assertThat(columns).containsExactly(new double[] {15, 87, 117, 295}, within(1e-9));
        assertThat(Columns.place(List.of(300.0, 301.0, 302.0), 30, 0, 90))
                .containsExactly(new double[] {15, 45, 75}, within(1e-9));
    }

    @Test
    void svg_saysInWordsWhatItShows() {
        Element root = parse(ExplanationSvg.of(EXPLANATION).title("Why?").svg()).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(all(root, "title").get(0).getTextContent()).isEqualTo("Why?");
        assertThat(all(root, "desc").get(0).getTextContent())
                .startsWith("Piano roll of ")
                .contains("Surprise of 32 steps: ", "Attention of each step", "Chosen among the likeliest: bar ");
    }

    @Test
    void svg_longPrimer_leavesRoomForTheContinuation() {
        Generator generator =
                Generator.of(TinyModels.of(MelodyRnnConfiguration.lookbackRnn().withLayers(9), 1));
        Explanation explanation = generator.explain(
                generator
                        .continuing(Tunes.melody().repeat(40))
                        .steps(64)
                        .seed(1)
                        .generate(),
                3);
        RollGeometry roll = ExplanationSvg.of(explanation).geometry();
        assertThat(roll.fromTick()).isEqualTo(explanation.startTick() - 4 * 1920);
        assertThat(roll.toTick()).isEqualTo(explanation.endTick());
        assertThat(ExplanationSvg.of(explanation).ticks(0, 9600).geometry().toTick())
                .isEqualTo(9600);
        assertThat(names(parse(ExplanationSvg.of(explanation).ticks(0, 9600).svg())))
                .isEmpty();
    }

    @Test
    void svg_aHundredThousandSteps_makeNoLargerPicture() {
        List<ExplainedStep> steps = new ArrayList<>();
        List<Float> attention = List.of(0.5f, 0.25f, 0.125f, 0.125f);
        Alternative alternative = new Alternative(60, OptionalInt.empty(), 0.5, 0.5, true);
        for (int i = 0; i < 100_000; i++) {
            OptionalInt repeat = i % 3 == 0 ? OptionalInt.empty() : OptionalInt.of(i - 16);
            steps.add(new ExplainedStep(i, i, 60, i % 7, List.of(alternative), attention, repeat));
        }
        String svg = ExplanationSvg.of(of(steps)).width(960).svg();
        assertThat(svg.length()).isLessThan(400_000);
        assertThat(bars(parse(svg))).hasSizeBetween(800, 960).allMatch(bar -> number(bar, "height") > 60);
    }

    @Test
    void svg_noSteps_isARollAlone() {
        assertThat(names(parse(ExplanationSvg.of(of(List.of())).svg()))).isEmpty();
    }

    @Test
    void svg_noSurprise_hasFlatBars() {
        Document svg =
                parse(ExplanationSvg.of(of(List.of(step(0, 0), step(1, 0)))).svg());
        assertThat(bars(svg)).hasSize(2).allMatch(bar -> number(bar, "height") == 0);
    }

    @Test
    void svg_themes_differInColorsAlone() {
        String light = ExplanationSvg.of(EXPLANATION).svg();
        String dark = ExplanationSvg.of(EXPLANATION).theme(Theme.DARK).svg();
        String auto = ExplanationSvg.of(EXPLANATION).theme(Theme.AUTO).svg();
        assertThat(dark).isNotEqualTo(light);
        assertThat(dark.replaceAll("#[0-9a-f]{6}", "")).isEqualTo(light.replaceAll("#[0-9a-f]{6}", ""));
        assertThat(auto.replaceAll("<style>.*</style>\n", "").replaceAll(" class=\"roll-(fill|stroke)[^\"]*\"", ""))
                .isEqualTo(light);
        parse(auto);
    }

    @Test
    void words_leaveTheDrawingAsItWas() {
        ExplanationSvg picture = ExplanationSvg.of(EXPLANATION);
        String before = picture.svg();
        picture.title("other").theme(Theme.DARK).width(500).ticks(0, 1920).alternativesOf(1);
        assertThat(picture.svg()).isEqualTo(before);
    }

    @Test
    void svg_anyLocale_isTheSameBytes() {
        Locale before = Locale.getDefault();
        try {
            String expected = ExplanationSvg.of(EXPLANATION).svg();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ExplanationSvg.of(EXPLANATION).svg()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** After a change that is meant to show: {@code -Dmusicgen.approve=true}, and a look at the file. */
    @Test
    void svg_isWhatWasApproved() throws IOException {
        String svg = ExplanationSvg.of(EXPLANATION)
                .title("Explained")
                .theme(Theme.AUTO)
                .width(720)
                .svg();
        if (Boolean.getBoolean("musicgen.approve")) {
            Files.writeString(APPROVED, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(APPROVED).replace("\r\n", "\n"));
    }

    @Test
    void words_outOfBounds_areRefused() {
        ExplanationSvg picture = ExplanationSvg.of(EXPLANATION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.alternativesOf(1, 32))
                .withMessage("step must be 0..31, but was 32");
        assertThatIllegalArgumentException().isThrownBy(() -> picture.alternativesOf(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.width(100))
                .withMessage("width must be 240.0..16384.0 pixels, but was 100.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.ticks(9, 9))
                .withMessage("end of a picture must lie after its start, tick 9, but was 9");
    }

    @Test
    void scale_hasRoundMarks_andReachesTheGreatest() {
        for (double greatest : new double[] {0, 0.3, 1, 1.7, 2.01, 4, 7.4, 12, 36, 708.9}) {
            SurpriseScale scale = SurpriseScale.upTo(greatest);
            assertThat(scale.top()).isGreaterThanOrEqualTo(greatest);
            assertThat(scale.marks()).hasSizeBetween(2, 5).last().isEqualTo(scale.top());
        }
        assertThat(SurpriseScale.upTo(7.4).marks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0);
    }
}
