package io.github.musicgen.midi.musicxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to break a reader: each is refused, soon, and the message says where. */
@DisplayName("A hostile MusicXML file")
@Timeout(60)
class HostileMusicXmlTest {
    private static final String CONTAINER = "META-INF/container.xml";
    private static final String DIVISIONS = "<attributes><divisions>1</divisions></attributes>";
    private static final String GRACE = "<note><grace/><pitch><step>C</step><octave>4</octave></pitch></note>";
    private static final String DA_CAPO = "<direction><sound dacapo=\"yes\"/></direction>";

    @Test
    @DisplayName("with lengths whose common measure is beyond a long is refused where it goes beyond the bound")
    void read_commonMeasureBeyondLong_refused() {
        String measure = inDivisions("32749", "1") + inDivisions("32771", "1") + inDivisions("999999.9999", "0.0001");

        assertRefused(score("<measure number=\"7\">" + measure + "</measure>"), "part P1, measure 7, line 1, column ")
                .hasMessageContaining("must have a common measure of at most 1073741824 to a quarter");
    }

    @Test
    @DisplayName("with many parts that leave out what one of them has is refused")
    void read_partsTimesMeasures_refused() {
        assertRefused(sparseScore(4_000, 25_000), "file: ")
                .hasMessageContaining("parts times measures must be at most 1250000")
                .hasMessageContaining("4000 times 25000");
    }

    @Test
    @DisplayName("with many parts that play an empty measure again and again is refused")
    void read_partsTimesRepeats_refused() {
        String repeat = "<measure>" + DIVISIONS
                + "<barline><repeat direction=\"backward\" times=\"9999\"/></barline></measure>";

        assertRefused(parts(1_000, repeat), "file: ").hasMessageContaining("with its repeats played");
    }

    @Test
    @DisplayName("whose repeats lead back a million times is refused")
    void read_repeatsWithoutEnd_refused() {
        String repeat = "<measure>" + DIVISIONS + "<barline location=\"left\"><repeat direction=\"forward\"/></barline>"
                + "<barline location=\"right\"><repeat direction=\"backward\" times=\"9999\"/></barline></measure>";

        assertRefused(score(repeat.repeat(200)), "file: ").hasMessageContaining("must hold at most");
    }

    @Test
    @DisplayName("that plays an ornate measure again and again is refused, though it has a single note")
    void read_repeatedLyrics_refused() {
        String lyrics = "<lyric number=\"1\"><text>la</text></lyric>".repeat(20_000);
        String note = note("1").replace("</note>", lyrics + "</note>");
        String repeat = "<measure>" + DIVISIONS + note
                + "<barline><repeat direction=\"backward\" times=\"9999\"/></barline></measure>";

        assertRefused(score(repeat), "file: ").hasMessageContaining("must hold at most");
    }

    @Test
    @DisplayName("that goes back to its start after each measure is refused")
    void read_daCapoAfterEachMeasure_refused() {
        assertRefused(score(("<measure>" + DIVISIONS + DA_CAPO + "</measure>").repeat(3_000)), "file: ")
                .hasMessageContaining("must hold at most");
    }

    @Test
    @DisplayName("that goes back to its start over endings that it skips is refused")
    void read_daCapoOverSkippedEndings_refused() {
        String first = "<measure>" + DIVISIONS + "<barline><ending number=\"1\" type=\"start\"/></barline>"
                + "<barline><ending number=\"1\" type=\"stop\"/><repeat direction=\"backward\"/></barline></measure>";
        String second = "<measure><barline><ending number=\"2\" type=\"start\"/></barline>"
                + "<barline><ending number=\"2\" type=\"stop\"/></barline></measure>";
        String jump = "<measure>" + DA_CAPO + "</measure>";

        assertRefused(score((first + second).repeat(2_000) + jump.repeat(2_000)), "file: ")
                .hasMessageContaining("must hold at most");
    }

    @Test
    @DisplayName("with a large chord before many grace notes is read in a time that grows with their sum")
    void read_graceNotesBehindLargeChord_soon() {
        String chord = note("4") + inChord(note("4")).repeat(200_000);

        assertReadSoon(score("<measure>" + DIVISIONS + chord + GRACE.repeat(200_000) + note("4") + "</measure>"));
    }

    @Test
    @DisplayName("with grace notes between the ends of many ties is read in a time that grows with their sum")
    void read_graceNotesBetweenEndsOfTies_soon() {
        String start = note("1", "<tie type=\"start\"/>");
        String stop = note("1", "<tie type=\"stop\"/>");
        String chord = start + inChord(start).repeat(100_000);
        String ends = stop + (inChord(GRACE) + inChord(stop)).repeat(100_000);

        assertReadSoon(score("<measure>" + DIVISIONS + chord + ends + "</measure>"));
    }

    @Test
    @DisplayName("with a number of a million digits is refused in a short message")
    void read_longNumber_shortMessage() {
        String divisions = "<attributes><divisions>" + "1".repeat(1_000_000) + "</divisions></attributes>";

        assertRefused(score("<measure number=\"1\">" + divisions + "</measure>"), "part P1, measure 1, line 1, column ")
                .satisfies(refused ->
                        assertThat(refused.getMessage()).hasSizeLessThan(300).endsWith("111...\""));
    }

    @Test
    @DisplayName("with names a hundred thousand letters long is refused in a short message")
    void read_longNames_shortMessage() {
        String name = "x".repeat(100_000);
        String part = "<part id=\"" + name + "\"><measure number=\"" + name + "\"><note/></measure></part>";

        assertRefused("<score-partwise>" + part + "</score-partwise>", "part xxx")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(300));
        assertRefused("<" + "x".repeat(900) + "/>", "line 1")
                .satisfies(refused -> assertThat(refused.getMessage()).hasSizeLessThan(300));
    }

    @Test
    @DisplayName("with entities that multiply is refused")
    void read_billionLaughs_refused() {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }

        assertRefused(titled("[" + entities + "]", "&l9;"), "line 1, column ");
    }

    @Test
    @DisplayName("with one long entity that is named many times is refused")
    void read_quadraticBlowUp_refused() {
        String entity = "[<!ENTITY a \"" + "a".repeat(50_000) + "\">]";

        assertRefused(titled(entity, "&a;".repeat(50_000)), "line 1, column ");
    }

    @Test
    @DisplayName("with an entity that names another file is refused, and that file stays unread")
    void read_externalEntity_refused(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
        String entity = "[<!ENTITY peep SYSTEM \"" + secret.toUri() + "\">]";

        assertRefused(titled(entity, "&peep;"), "line 1, column ").hasMessageNotContaining("top secret");
    }

    @Test
    @DisplayName("whose document type names another file is refused where it needs that file, which stays unread")
    void read_externalDocumentType_refused(@TempDir Path folder) throws IOException {
        Path types = Files.writeString(folder.resolve("peep.dtd"), "<!ENTITY peep \"top secret\">");

        assertRefused(titled("SYSTEM \"" + types.toUri() + "\"", "&peep;"), "line 1, column ")
                .hasMessageNotContaining("top secret");
    }

    @Test
    @DisplayName("that is nested deeper than music is refused")
    void read_deeplyNested_refused() {
        assertRefused(score("<measure number=\"1\">" + "<a>".repeat(100_000)), "part P1, measure 1, line 1, column ")
                .hasMessageContaining("nested at most 64 deep");
    }

    @Test
    @DisplayName("that ends anywhere before its end is refused")
    void read_truncatedAnywhere_refused() {
        byte[] whole = bytes(score("<measure number=\"1\">" + DIVISIONS + note("1") + "</measure>"));

        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "")
                    .satisfies(refused -> assertThat(refused.getMessage())
                            .matches("(?s)(file|(part P1, )?(measure 1, )?line 1, column \\d+): .+"));
        }
    }

    @Test
    @DisplayName("that is an archive and ends anywhere is read or refused")
    void read_truncatedArchive_readOrRefused() throws IOException {
        byte[] whole = archive(container("score.xml"), "score.xml", bytes(score("<measure/>")));

        for (int length = 0; length < whole.length; length++) {
            Throwable thrown = failure(Arrays.copyOf(whole, length));
            if (thrown != null) {
                assertThat(thrown)
                        .isInstanceOf(MalformedMusicXmlException.class)
                        .hasMessageMatching("(?s)(file|line).*: .+");
            }
        }
    }

    @Test
    @DisplayName("that is an archive with a name that leads out of it is refused")
    void read_archiveClimbsOut_refused() throws IOException {
        for (String name : new String[] {"../score.xml", "a/../../score.xml", "..\\score.xml", "/etc/score.xml"}) {
            assertRefused(archive(container(name), name, bytes(score("<measure/>"))), "file: ")
                    .hasMessageContaining("leads out of it: \"" + name + "\"");
        }
    }

    @Test
    @DisplayName("that is an archive and inflates far beyond its size is refused")
    void read_zipBomb_refused() throws IOException {
        assertRefused(archive(container("bomb.xml"), "bomb.xml", new byte[40 << 20]), "file: ")
                .hasMessageContaining("must inflate to at most 33554432 bytes, but")
                .hasMessageContaining("bomb.xml");
    }

    @Test
    @DisplayName("that is an archive of countless empty entries is refused soon")
    void read_archiveOfCountlessEntries_refused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= 4096; i++) {
                zip.putNextEntry(new ZipEntry(i + ".xml"));
            }
        }
        assertRefused(bytes.toByteArray(), "file: ")
                .hasMessageContaining("the archive must have at most 4096 entries, but has more");
    }

    @Test
    @DisplayName("that is an archive whose container names what is not in it is refused")
    void read_containerPointsNowhere_refused() throws IOException {
        assertRefused(archive(container("nowhere.xml"), "score.xml", bytes(score("<measure/>"))), "file: ")
                .hasMessageContaining("names a file that is not in the archive: \"nowhere.xml\"");
    }

    private static void assertReadSoon(String document) {
        byte[] file = bytes(document);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> MusicXmlReader.parse(file));
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String document, String place) {
        return assertRefused(bytes(document), place);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(byte[] file, String place) {
        return assertThat(failure(file))
                .isInstanceOf(MalformedMusicXmlException.class)
                .hasMessageStartingWith(place);
    }

    private static Throwable failure(byte[] file) {
        return catchThrowable(() -> MusicXmlReader.parse(file));
    }

    private static String score(String measures) {
        return parts(1, measures);
    }

    /** A score all of whose parts have the same measures. */
    private static String parts(int count, String measures) {
        StringBuilder score = new StringBuilder("<score-partwise>");
        for (int i = 1; i <= count; i++) {
            score.append("<part id=\"P")
                    .append(i)
                    .append("\">")
                    .append(measures)
                    .append("</part>");
        }
        return score.append("</score-partwise>").toString();
    }

    /** A score only the first of whose parts has any measures. */
    private static String sparseScore(int parts, int measures) {
        StringBuilder score = new StringBuilder("<score-partwise><part id=\"P1\">")
                .append("<measure/>".repeat(measures))
                .append("</part>");
        for (int i = 2; i <= parts; i++) {
            score.append("<part id=\"P").append(i).append("\"/>");
        }
        return score.append("</score-partwise>").toString();
    }

    private static String titled(String documentType, String title) {
        return "<!DOCTYPE score-partwise " + documentType + "><score-partwise><movement-title>" + title
                + "</movement-title></score-partwise>";
    }

    private static String inDivisions(String divisions, String duration) {
        return "<attributes><divisions>" + divisions + "</divisions></attributes>" + note(duration);
    }

    private static String note(String duration) {
        return "<note><pitch><step>C</step><octave>4</octave></pitch><duration>" + duration + "</duration></note>";
    }

    private static String note(String duration, String tie) {
        return note(duration).replace("</note>", tie + "</note>");
    }

    private static String inChord(String note) {
        return note.replace("<note>", "<note><chord/>");
    }

    private static byte[] container(String path) {
        return bytes("<container><rootfiles><rootfile full-path=\"" + path + "\"/></rootfiles></container>");
    }

    private static byte[] archive(byte[] container, String name, byte[] content) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry(CONTAINER));
            zip.write(container);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return archive.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
