package io.github.musicgen.representation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.representation.sequence.Note;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.Ticks;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PianoRollSvgTest {
    private static final long BAR = Tunes.BAR;
    private static final Region PRIMER = Region.primer(0, 4 * BAR);
    private static final Region CONTINUATION = Region.continuation(4 * BAR, 12 * BAR);

    private static NoteSequence of(Part part) {
        return NoteSequence.builder(480).part(part).build();
    }

    @Test
    void svg_isAWholeDocumentThatSaysWhatItShows() {
        Svg svg = Svg.parse(PianoRollSvg.of(Tunes.melody()).region(PRIMER).region(CONTINUATION));
        assertThat(svg.root().getTagName()).isEqualTo("svg");
        assertThat(svg.root().getAttribute("role")).isEqualTo("img");
        assertThat(svg.root().getAttribute("viewBox")).startsWith("0 0 ");
        assertThat(svg.all("title")).extracting(Element::getTextContent).containsExactly("Lanterns on the Quay");
        assertThat(svg.all("desc"))
                .extracting(Element::getTextContent)
                .containsExactly("Piano roll of 49 notes in 1 part, from D4 to G5. 4/4, 96 bpm, G major, 0:29. "
                        + "Bars 1 to 4: primer. Bars 5 to 12: continuation.");
    }

    @Test
    void svg_everyNote_isARectangleWhereTheGeometrySays() {
        PianoRollSvg picture = PianoRollSvg.of(Tunes.melody());
        RollGeometry roll = picture.geometry();
        List<Element> drawn = Svg.parse(picture).notes();
        List<Note> notes = Tunes.melody().notes().toList();
        assertThat(drawn).hasSameSizeAs(notes);
        for (Note note : notes) {
            assertThat(drawn).as("%s", note).anySatisfy(rect -> {
                assertThat(Svg.number(rect, "x")).isEqualTo(roll.x(note.startTick()), within(0.01));
                assertThat(Svg.number(rect, "y")).isEqualTo(roll.y(note.pitch()) + 0.5, within(0.01));
                assertThat(Svg.number(rect, "width"))
                        .isEqualTo(note.durationTicks() * roll.pixelsPerTick() - 1, within(0.01));
            });
        }
    }

    @Test
    void svg_regionsOfOnePart_colorItsNotes() {
        Svg svg = Svg.parse(PianoRollSvg.of(Tunes.melody())
                .region(PRIMER)
                .region(CONTINUATION)
                .theme(Theme.DARK));
        assertThat(svg.notes(Ink.PRIMER, Theme.DARK)).hasSize(18);
        assertThat(svg.notes(Ink.CONTINUATION, Theme.DARK)).hasSize(31);
        assertThat(svg.notes()).hasSize(49);
        assertThat(svg.texts()).contains("primer", "continuation");
    }

    @Test
    void svg_regionsOfSeveralParts_leaveThePartsTheirColors() {
        Svg svg = Svg.parse(PianoRollSvg.of(Tunes.band()).region(PRIMER).region(CONTINUATION));
        List<Integer> notesOfParts =
                Tunes.band().parts().stream().map(part -> part.notes().size()).toList();
        assertThat(IntStream.range(0, 5)
                        .mapToObj(i -> svg.notes(Ink.ofPart(i), Theme.LIGHT).size()))
                .isEqualTo(notesOfParts);
        assertThat(svg.texts()).contains("Flute", "Piano", "Bass", "Strings", "Drums");
    }

    /** The last bar of a long song is narrower than the word that stands above it. */
    @Test
    void svg_shortRegionAtTheEnd_isNamedInTheRoomOfItsNeighbor() {
        long end = 200L * BAR;
        PianoRollSvg picture = PianoRollSvg.of(Tunes.melody())
                .ticks(0, end)
                .width(600)
                .region(Region.primer(0, end - BAR))
                .region(Region.continuation(end - BAR, end));
        List<RegionName> names = RegionName.of(picture.regions(), picture.geometry());
        assertThat(names).extracting(RegionName::text).containsExactly("primer", "continuation");
        RegionName last = names.get(1);
        double right = picture.geometry().x(end);
        assertThat(last.end()).isCloseTo(right - RegionName.INSET, within(1e-9));
        assertThat(picture.svg()).contains(">continuation<");
    }

    @Test
    void svg_shortRegionsSideBySide_doNotWriteOverEachOther() {
        PianoRollSvg picture =
                PianoRollSvg.of(Tunes.melody()).ticks(0, 200L * BAR).width(300);
        for (int bar = 0; bar < 8; bar++) {
            picture.region(new Region((190L + bar) * BAR, (191L + bar) * BAR, "wonder " + bar, Region.Kind.HIGHLIGHT));
        }
        List<RegionName> names = RegionName.of(picture.regions(), picture.geometry());
        double free = 0;
        for (RegionName name : names) {
            assertThat(name.text().isEmpty() || name.x() >= free).as("%s", name).isTrue();
            free = name.end();
        }
        assertThat(names.get(0).text()).isEqualTo("wonder 0");
    }

    @Test
    void svg_regionOutsideThePassage_isNotThere() {
        Svg svg = Svg.parse(PianoRollSvg.of(Tunes.melody())
                .region(PRIMER)
                .region(CONTINUATION)
                .ticks(0, 2 * BAR));
        assertThat(svg.texts()).contains("primer").doesNotContain("continuation");
    }

    @Test
    void svg_louderNotes_areDarker() {
        Part.Builder part = Part.builder("");
        for (int i = 0; i < 8; i++) {
            part.note(60 + i, 1 + 18 * i, i * 480L, i * 480L + 480);
        }
        assertThat(Svg.parse(PianoRollSvg.of(of(part.build()))).notes().stream()
                        .sorted((a, b) -> Double.compare(Svg.number(a, "x"), Svg.number(b, "x")))
                        .map(note -> Svg.parent(note).getAttribute("fill")))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, Shade.LOUDEST)
                        .mapToObj(level -> new Shade(Ink.PART_1, level).color(Theme.LIGHT))
                        .toList());
    }

    @Test
    void svg_textWithMarkupAndControlCharacters_isWellFormedAndSaysTheSame() {
        String text = "a<b>&\"c'd]]>\t\n\u0000\u001B\u0085\uD800x\uFFFF\uD834\uDD1E";
        String expected = "a<b>&\"c'd]]>  \uFFFD\uFFFD\uFFFD\uFFFDx\uFFFD\uD834\uDD1E";
        NoteSequence music = NoteSequence.builder(480)
                .title(text)
                .part(Part.builder(text).note(60, 80, 0, 9600).lyric(0, text).build())
                .part(Part.builder("b").note(60, 80, 0, 9600).build())
                .marker(0, text)
                .chordSymbol(0, text)
                .build();
        Svg svg = Svg.parse(PianoRollSvg.of(music).region(new Region(0, 9600, text, Region.Kind.HIGHLIGHT)));
        assertThat(svg.texts().stream().filter(expected::equals)).hasSize(6);
        assertThat(svg.all("title").get(0).getTextContent()).isEqualTo(expected);
    }

    @Test
    void svg_noMusic_isAnEmptyRollOfFourBars() {
        Svg svg = Svg.parse(PianoRollSvg.of(NoteSequence.builder(480).build()));
        assertThat(svg.notes()).isEmpty();
        assertThat(svg.texts()).containsExactly("C4", "C5", "4/4  ·  120 bpm", "1\u20024/4", "2", "3", "4");
        assertThat(svg.all("title").get(0).getTextContent()).isEqualTo("Piano roll");
    }

    @Test
    void svg_drumsAlone_haveNamedRowsAndNoKeys() {
        Part drums = Part.builder("")
                .drums(true)
                .note(36, 90, 0, 9999)
                .note(42, 90, 240, 250)
                .note(38, 90, 480, 490)
                .note(20, 90, 480, 480)
                .build();
        PianoRollSvg picture = PianoRollSvg.of(of(drums));
        assertThat(Svg.parse(picture).texts())
                .contains("Drum 20", "Closed Hi-Hat", "Acoustic Snare", "Bass Drum 1")
                .containsSubsequence("Drum 20", "Closed Hi-Hat", "Acoustic Snare", "Bass Drum 1")
                .doesNotContain("C4", "C3", "C2");
        assertThat(Svg.parse(picture).notes())
                .as("strokes are equally wide, however long the notes are")
                .hasSize(4)
                .extracting(note -> note.getAttribute("width"))
                .containsOnly("9");
        assertThat(picture.geometry().rows()).isZero();
    }

    @Test
    void svg_irregularMeters_areNumberedWhereTheirBarsBegin() {
        NoteSequence music = NoteSequence.builder(480)
                .timeSignature(0, 3, 8)
                .timeSignature(1440, 7, 8)
                .part(Part.builder("").note(60, 80, 0, 3120).build())
                .build();
        PianoRollSvg picture = PianoRollSvg.of(music);
        RollGeometry roll = picture.geometry();
        assertThat(roll.toTick()).as("ends with its last bar").isEqualTo(1440 + 1680);
        assertThat(Svg.parse(picture).texts()).containsSubsequence("1\u20023/8", "2", "3\u20027/8");
        assertThat(Svg.parse(picture).all("text"))
                .filteredOn(text -> text.getTextContent().startsWith("3\u2002"))
                .singleElement()
                .satisfies(text -> assertThat(Svg.number(text, "x")).isEqualTo(roll.x(1440) + 1, within(0.01)));
    }

    @Test
    void svg_syllablesThatWouldCollide_stayOnOneLine_andThoseWithoutRoomLeaveAStroke() {
        Part.Builder part = Part.builder("").note(60, 80, 0, 19200);
        IntStream.range(0, 9).forEach(i -> part.lyric(i * 120L, "word" + i));
        Svg svg = Svg.parse(PianoRollSvg.of(of(part.build())));
        List<String> written =
                svg.texts().stream().filter(text -> text.startsWith("word")).toList();
        assertThat(written).startsWith("word0").doesNotContain("word1").hasSizeBetween(2, 8);
        assertThat(written).allSatisfy(word -> assertThat(y(svg, word)).isEqualTo(y(svg, "word0")));
        assertThat(svg.all("path"))
                .filteredOn(path -> path.getAttribute("stroke").equals(Ink.TEXT.color(Theme.LIGHT)))
                .singleElement()
                .satisfies(path -> assertThat(path.getAttribute("d").chars().filter(c -> c == 'M'))
                        .hasSize(9 - written.size()));
    }

    @Test
    void svg_wordsOfTwoSingers_haveALineEach() {
        Part high = Part.builder("High").note(72, 80, 0, 1920).lyric(0, "ah").build();
        Part low = Part.builder("Low").note(60, 80, 0, 1920).lyric(0, "oh").build();
        Svg svg = Svg.parse(
                PianoRollSvg.of(NoteSequence.builder(480).part(high).part(low).build()));
        assertThat(y(svg, "oh")).isGreaterThan(y(svg, "ah") + 11);
    }

    @Test
    void svg_partsOfOneName_areNumbered_theSameInEveryPassage() {
        String name = "w".repeat(50);
        NoteSequence.Builder music = NoteSequence.builder(480);
        for (int i = 0; i < 3; i++) {
            music.part(
                    Part.builder("Piano").note(60, 80, 960L * i, 960L * i + 960).build());
            music.part(Part.builder(name).note(60, 80, 0, 2880).build());
        }
        music.part(Part.builder("Flute").note(60, 80, 0, 2880).build());
        PianoRollSvg picture = PianoRollSvg.of(music.build());
        assertThat(Svg.parse(picture).texts())
                .contains("Piano (1)", "Piano (2)", "Piano (3)", "Flute")
                .anyMatch(text -> text.matches("w+… \\(3\\)"));
        assertThat(Svg.parse(picture.ticks(960, 1920)).texts())
                .contains("Piano (2)")
                .doesNotContain("Piano", "Piano (1)", "Piano (3)");
    }

    @Test
    void svg_chordsThatWouldCollide_goToASecondLine_andThoseWithoutRoomLeaveAStroke() {
        NoteSequence music = of(Part.builder("").note(60, 80, 0, 19200).build()).toBuilder()
                .chordSymbol(0, "Cmaj7/E")
                .chordSymbol(60, "Dm7")
                .chordSymbol(120, "lost")
                .chordSymbol(130, "lost as near")
                .chordSymbol(9600, "G")
                .build();
        PianoRollSvg picture = PianoRollSvg.of(music);
        Svg svg = Svg.parse(picture);
        assertThat(svg.texts()).containsSubsequence("Cmaj7/E", "Dm7", "G").doesNotContain("lost", "lost as near");
        assertThat(y(svg, "Dm7")).isGreaterThan(y(svg, "Cmaj7/E") + 13);
        assertThat(y(svg, "G")).isEqualTo(y(svg, "Cmaj7/E"));
        RollGeometry roll = picture.geometry();
        assertThat(svg.all("path"))
                .filteredOn(path -> path.getAttribute("stroke").equals(Ink.TEXT.color(Theme.LIGHT)))
                .singleElement()
                .satisfies(path -> assertThat(path.getAttribute("d"))
                        .as("one stroke where both have no room")
                        .matches("M[0-9.]+ [0-9.]+v4")
                        .startsWith(new SvgPath()
                                .move(roll.x(120) + 1, 0)
                                .toString()
                                .replace(" 0", " ")));
    }

    private static double y(Svg svg, String text) {
        return svg.all("text").stream()
                .filter(element -> element.getTextContent().equals(text))
                .mapToDouble(element -> Svg.number(element, "y"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void svg_everyChordOfEveryWidth_isWrittenOrLeavesAStroke() {
        for (int width = 240; width < 2000; width += 97) {
            Svg svg = Svg.parse(PianoRollSvg.of(Tunes.melody()).width(width));
            long strokes = svg.all("path").stream()
                    .filter(path -> path.getAttribute("stroke").equals(Ink.TEXT.color(Theme.LIGHT)))
                    .flatMapToInt(path -> path.getAttribute("d").chars())
                    .filter(c -> c == 'M')
                    .count();
            long written = svg.all("text").stream()
                    .filter(text -> Svg.parent(text).getAttribute("font-weight").equals("600"))
                    .count();
            assertThat(written + strokes)
                    .as("width %s", width)
                    .isEqualTo(Tunes.melody().chordSymbols().size());
        }
    }

    @Test
    void svg_aNumberBehindAMeter_standsClearOfIt_atEveryWidth() {
        for (int width = 240; width < 1200; width += 7) {
            PianoRollSvg picture = PianoRollSvg.of(Tunes.melody()).width(width);
            double end = picture.geometry().left() + 1 + Lettering.width("1\u20024/4", 10);
            assertThat(Svg.parse(picture).all("text"))
                    .filteredOn(text -> text.getTextContent().matches("[2-9]|1[0-2]"))
                    .isNotEmpty()
                    .allMatch(text -> Svg.number(text, "x") > end + 10);
        }
    }

    @Test
    void svg_aPassage_showsItsNotesInTheirUsualColors() {
        Svg svg = Svg.parse(PianoRollSvg.of(Tunes.band()).ticks(5 * BAR, 6 * BAR));
        assertThat(svg.notes(Ink.ofPart(3), Theme.LIGHT))
                .as("strings, the fourth part")
                .hasSize(1);
        assertThat(svg.notes()).hasSize(3 + 6 + 3 + 1 + 12);
        assertThat(svg.texts()).contains("6").doesNotContain("5", "7");
    }

    @Test
    void svg_aNoteThatBeganEarlier_isCutAtTheEdge() {
        PianoRollSvg picture = PianoRollSvg.of(
                        of(Part.builder("").note(60, 80, 0, 1920).build()))
                .ticks(960, 3840);
        assertThat(Svg.parse(picture).notes())
                .extracting(note -> Svg.number(note, "x"))
                .containsExactly(picture.geometry().left());
    }

    @Test
    void svg_pitchesThatHaveNoRow_areLeftOut() {
        PianoRollSvg picture = PianoRollSvg.of(Tunes.melody()).pitches(60, 71);
        assertThat(Svg.parse(picture).notes()).hasSize((int)
                Tunes.melody().notes().filter(note -> note.pitch() <= 71).count());
        assertThat(picture.geometry().rows()).isEqualTo(12);
    }

    @Test
    void svg_lines_areThoseAskedFor() {
        int rowsAndKeys = 2;
        assertThat(paths(GridLines.NONE)).isEqualTo(rowsAndKeys);
        assertThat(paths(GridLines.BARS)).isEqualTo(rowsAndKeys + 1);
        assertThat(paths(GridLines.BEATS)).isEqualTo(rowsAndKeys + 2);
        assertThat(Svg.parse(PianoRollSvg.of(Tunes.melody()).gridLines(GridLines.BARS))
                        .all("path"))
                .filteredOn(path -> path.getAttribute("stroke").equals(Ink.BAR_LINE.color(Theme.LIGHT)))
                .singleElement()
                .satisfies(path -> assertThat(path.getAttribute("d").chars().filter(c -> c == 'v'))
                        .hasSize(12));
    }

    private static int paths(GridLines lines) {
        return Svg.parse(PianoRollSvg.of(Tunes.melody()).gridLines(lines))
                .all("path")
                .size();
    }

    @Test
    void svg_widthRowHeightAndPixelsPerQuarter_areKept() {
        RollGeometry roll = PianoRollSvg.of(Tunes.melody())
                .pixelsPerQuarter(10)
                .rowHeight(5)
                .geometry();
        assertThat(roll.x(480) - roll.x(0)).isEqualTo(10, within(1e-9));
        assertThat(roll.y(60) - roll.y(61)).isEqualTo(5);
        Svg svg = Svg.parse(PianoRollSvg.of(Tunes.melody()).pixelsPerQuarter(10).width(700));
        assertThat(svg.root().getAttribute("width")).isEqualTo("700");
    }

    @Test
    void svg_lowestRows_stillShowNotes() {
        Svg svg = Svg.parse(PianoRollSvg.of(Tunes.melody()).rowHeight(1));
        assertThat(svg.notes()).allMatch(note -> Svg.number(note, "height") > 0.5);
    }

    @Test
    void svg_themes_differInColorsAloneAndOnlyAutoHasAStyleSheet() {
        String light = PianoRollSvg.of(Tunes.band()).svg();
        String dark = PianoRollSvg.of(Tunes.band()).theme(Theme.DARK).svg();
        String auto = PianoRollSvg.of(Tunes.band()).theme(Theme.AUTO).svg();
        assertThat(light).isNotEqualTo(dark);
        assertThat(light.replaceAll("#[0-9a-f]{6}", "")).isEqualTo(dark.replaceAll("#[0-9a-f]{6}", ""));
        assertThat(Svg.parse(light).all("style")).isEmpty();
        assertThat(Svg.parse(auto).all("style"))
                .extracting(Element::getTextContent)
                .allMatch(style -> style.startsWith("@media(prefers-color-scheme:dark)")
                        && style.contains(".roll-fill-part-5{fill:" + Ink.PART_5.color(Theme.DARK) + "}")
                        && style.contains(
                                ".roll-fill-part-5-3{fill:" + new Shade(Ink.PART_5, 3).color(Theme.DARK) + "}"));
        assertThat(auto.replaceAll("<style>.*</style>\n", "").replaceAll(" class=\"roll-(fill|stroke)[^\"]*\"", ""))
                .isEqualTo(light);
    }

    @Test
    void svg_anyLocale_isTheSameBytes() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            String expected = PianoRollSvg.of(Tunes.miniature()).svg();
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(PianoRollSvg.of(Tunes.miniature()).svg()).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void svg_aHundredThousandNotes_areAllDrawn() {
        Part.Builder part = Part.builder("");
        IntStream.range(0, 100_000).forEach(i -> part.note(30 + i % 70, 1 + i % 127, i * 120L, i * 120L + 100));
        String svg = PianoRollSvg.of(of(part.build())).svg();
        assertThat(svg.length()).isLessThan(8_000_000);
        String notes = svg.substring(svg.indexOf("roll-notes"), svg.indexOf("</g>\n</g>"));
        assertThat(notes.split("<rect ", -1)).hasSize(100_000 + 1);
    }

    @Test
    void svg_moreNotesThanAPictureCanHave_areRefused() {
        NoteSequence music = of(Part.builder("")
                .notes(Collections.nCopies(PianoRollSvg.MAX_NOTES + 1, new Note(60, 80, 0, 1)))
                .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PianoRollSvg.of(music))
                .withMessage("notes of a picture must be 0..1000000, but were 1000001");
    }

    @Test
    void svg_aNoteAtTheEndOfTime_makesNoLargerPicture() {
        for (int denominator : new int[] {1, 1024}) {
            NoteSequence music = NoteSequence.builder(1)
                    .timeSignature(0, 1, denominator)
                    .part(Part.builder("")
                            .note(60, 80, Ticks.MAX - 1, Ticks.MAX)
                            .build())
                    .build();
            assertThat(Svg.parse(PianoRollSvg.of(music)).notes()).hasSize(1);
            assertThat(PianoRollSvg.of(music).pixelsPerQuarter(1000).geometry().right())
                    .isLessThan(PianoRollSvg.MAX_WIDTH);
            assertThat(PianoRollSvg.of(music).svg().length()).isLessThan(20_000);
        }
    }

    @Test
    void svg_moreOfEverythingThanThereIsRoomFor_makesNoLargerPicture() {
        NoteSequence.Builder music = NoteSequence.builder(480);
        for (int i = 0; i < 20_000; i++) {
            music.timeSignature(i, 1 + i % 7, 4).marker(i, "marker").chordSymbol(i, "C");
        }
        Part.Builder singer = Part.builder("").note(60, 80, 0, 20_000);
        IntStream.range(0, 20_000).forEach(i -> singer.lyric(i, "la"));
        assertThat(PianoRollSvg.of(music.part(singer.build()).build()).svg().length())
                .isLessThan(50_000);
    }

    @Test
    void svg_thousandsOfParts_areNotAllInTheLegend() {
        NoteSequence.Builder music = NoteSequence.builder(480);
        IntStream.range(0, 3000)
                .forEach(i -> music.part(
                        Part.builder("part " + i).note(60, 80, 0, 480).build()));
        assertThat(Svg.parse(PianoRollSvg.of(music.build())).texts())
                .contains("part 19", "and 2980 more")
                .doesNotContain("part 20");
    }

    @Test
    void svg_longTitle_isCutToTheWidth() {
        Svg svg = Svg.parse(
                PianoRollSvg.of(Tunes.melody()).title("w".repeat(10_000)).width(400));
        assertThat(svg.texts()).anyMatch(text -> text.matches("w{10,40}…"));
    }

    @Test
    void options_outsideTheirBounds_areRefusedWithThem() {
        PianoRollSvg picture = PianoRollSvg.of(Tunes.melody());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.width(Double.NaN))
                .withMessage("width must be 240.0..16384.0 pixels, but was NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> picture.width(239));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.pixelsPerQuarter(0))
                .withMessage("pixels per quarter must be 0.01..1000.0 pixels, but was 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> picture.rowHeight(65));
        assertThatIllegalArgumentException().isThrownBy(() -> picture.pitches(0, 128));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.pitches(61, 60))
                .withMessage("the highest pitch must not lie below the lowest, 61, but was 60");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.ticks(5, 5))
                .withMessage("end of a picture must lie after its start, tick 5, but was 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Region.primer(9, 9))
                .withMessage("end of a region must lie after its start, tick 9, but was 9");
    }

    private record Square(boolean timed, double height) implements Panel {
        @Override
        public String title() {
            return timed ? "Timed" : "Free & <easy>";
        }

        @Override
        public List<Key> keys() {
            return List.of(new Key("key", Ink.HIGHLIGHT));
        }

        @Override
        public void draw(SvgWriter svg, RollGeometry roll, double top) {
            svg.rect(roll.x(480), top, 7, height)
                    .attr("id", timed ? "timed" : "free")
                    .close();
        }

        @Override
        public String description() {
            return "A square.";
        }
    }

    @Test
    void svg_panels_standBelowEachOtherOnTheTimeAxis() {
        PianoRollSvg picture = PianoRollSvg.of(Tunes.band()).region(PRIMER).region(CONTINUATION);
        double bare = Svg.number(Svg.parse(picture).root(), "height");
        Svg svg = Svg.parse(picture.panel(new Square(true, 50)).panel(new Square(false, 30)));
        assertThat(Svg.number(svg.root(), "height")).isEqualTo(bare + 50 + 30 + 2 * (PanelLayer.HEADING + 6));
        assertThat(svg.texts()).containsSubsequence("Timed", "key", "Free & <easy>", "key");
        assertThat(svg.all("rect"))
                .filteredOn(rect -> rect.hasAttribute("id"))
                .extracting(rect -> Svg.number(rect, "x"))
                .allSatisfy(x -> assertThat(x).isEqualTo(picture.geometry().x(480), within(0.01)));
        assertThat(svg.all("desc").get(0).getTextContent()).endsWith("continuation. A square. A square.");
        assertThat(svg.all("rect"))
                .as("frame, background and two tints of the timed one alone")
                .filteredOn(rect -> rect.getAttribute("height").equals("50") && !rect.hasAttribute("id"))
                .hasSize(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> picture.panel(new Square(true, 0)))
                .withMessage("height of a panel must be 1.0..4096.0 pixels, but was 0.0");
    }
}
