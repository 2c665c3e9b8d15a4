package io.github.musicgen.midi.musicxml;

import static io.github.musicgen.midi.musicxml.Scores.COMMON_TIME;
import static io.github.musicgen.midi.musicxml.Scores.attributes;
import static io.github.musicgen.midi.musicxml.Scores.backup;
import static io.github.musicgen.midi.musicxml.Scores.direction;
import static io.github.musicgen.midi.musicxml.Scores.note;
import static io.github.musicgen.midi.musicxml.Scores.notices;
import static io.github.musicgen.midi.musicxml.Scores.part;
import static io.github.musicgen.midi.musicxml.Scores.read;
import static io.github.musicgen.midi.musicxml.Scores.score;
import static io.github.musicgen.midi.musicxml.Scores.scoreOf;
import static io.github.musicgen.midi.musicxml.Scores.sound;
import static io.github.musicgen.midi.musicxml.Scores.velocities;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.representation.sequence.KeySignature;
import io.github.musicgen.representation.sequence.KeySignature.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tempos, dynamics, keys, pedals and rehearsal marks. */
class DirectionsTest {
    private static final String FOUR = note("C4", 1) + note("C4", 1) + note("C4", 1) + note("C4", 1);

    private static List<String> tempos(String score) throws MalformedMusicXmlException {
        return read(score).tempoMap().tempos().stream()
                .map(tempo -> tempo.tick() + ": " + Math.round(tempo.quartersPerMinute()))
                .toList();
    }

    private static String metronome(String unit, int dots, String perMinute) {
        return "<metronome><beat-unit>" + unit + "</beat-unit>" + "<beat-unit-dot/>".repeat(dots) + "<per-minute>"
                + perMinute + "</per-minute></metronome>";
    }

    @Test
    void sound_setsTheTempo() throws Exception {
        assertThat(tempos(score(
                        COMMON_TIME + sound("tempo='90'") + FOUR,
                        note("C4", 2) + sound("tempo='60.6'") + note("C4", 2))))
                .containsExactly("0: 90", "2880: 61");
    }

    @ParameterizedTest
    @CsvSource({
        "quarter, 0, 96, 96",
        "quarter, 1, 60, 90",
        "half, 0, 60, 120",
        "eighth, 0, 120, 60",
        "quarter, 2, 80, 140",
        "quarter, 0, ca. 76, 76",
        "quarter, 0, 120-132, 120",
    })
    void metronome_setsTheTempo(String unit, int dots, String perMinute, int expected) throws Exception {
        assertThat(tempos(score(COMMON_TIME + direction(metronome(unit, dots, perMinute)) + FOUR)))
                .containsExactly("0: " + expected);
    }

    @Test
    void sound_countsMoreThanTheMetronome() throws Exception {
        assertThat(tempos(score(COMMON_TIME + direction(metronome("quarter", 0, "60"), sound("tempo='90'")) + FOUR)))
                .containsExactly("0: 90");
    }

    @Test
    void temposThatCannotBe_areNamed() throws Exception {
        String score = score(COMMON_TIME + sound("tempo='0'") + direction("<metronome/>") + FOUR);
        assertThat(tempos(score)).containsExactly("0: 120");
        assertThat(notices(score))
                .containsExactly(
                        "tempo of 0.0 quarters per minute; ignored", "metronome mark without a number; ignored");
    }

    @Test
    void ofPartsThatDisagree_theFirstSetsTheTempo() throws Exception {
        assertThat(tempos(scoreOf(
                        "",
                        part("P1", COMMON_TIME + sound("tempo='90'") + FOUR),
                        part("P2", COMMON_TIME + sound("tempo='50'") + FOUR))))
                .containsExactly("0: 90");
    }

    @Test
    void directions_takeEffectWhereTheyArePrinted() throws Exception {
        String behind = direction("<words>slow</words>", "<offset>-2</offset>", sound("tempo='40'"));
        String printed = direction("<words>fast</words>", "<offset sound='no'>2</offset>", sound("tempo='160'"));
        assertThat(tempos(score(COMMON_TIME + printed + FOUR + behind))).containsExactly("0: 160", "960: 40");
    }

    @Test
    void dynamics_holdUntilTheNext() throws Exception {
        String p = direction("<dynamics><p/></dynamics>");
        String ff = direction("<dynamics><ff/></dynamics>");
        assertThat(velocities(read(score(
                        COMMON_TIME + note("C4", 1) + p + note("C4", 1) + note("C4", 1) + ff + note("C4", 1), FOUR))))
                .containsExactly(80, 49, 49, 112, 112, 112, 112, 112);
    }

    @Test
    void dynamics_holdForVoicesThatComeLaterInTheFile() throws Exception {
        String p = direction("<dynamics><p/></dynamics>");
        String measure = COMMON_TIME + note("C5", 2) + p + note("C5", 2) + backup(4) + note("C4", 2) + note("C4", 2);
        assertThat(velocities(read(score(measure)))).containsExactly(80, 80, 49, 49);
    }

    @Test
    void soundDynamics_arePercentOfForte() throws Exception {
        assertThat(velocities(read(score(COMMON_TIME + sound("dynamics='54.44'") + note("C4", 4)))))
                .containsExactly(49);
        assertThat(velocities(read(score(COMMON_TIME + sound("dynamics='1000'") + note("C4", 4)))))
                .containsExactly(127);
    }

    @Test
    void accents_strikeOneNoteOnly() throws Exception {
        String sf = direction("<dynamics><sf/></dynamics>", sound("dynamics='124.44'"));
        String fp = direction("<dynamics><fp/></dynamics>");
        assertThat(velocities(read(
                        score(COMMON_TIME + sf + note("C4", 1) + note("C4", 1) + fp + note("C4", 1) + note("C4", 1)))))
                .containsExactly(112, 80, 96, 49);
    }

    @Test
    void dynamicsOfANote_areItsOwn() throws Exception {
        String own = note("C4", 2).replace("<note>", "<note dynamics='100'>");
        assertThat(velocities(read(score(COMMON_TIME + own + note("C4", 2))))).containsExactly(90, 80);
        String below = note("C4", 2, "<notations><dynamics><pp/></dynamics></notations>");
        assertThat(velocities(read(score(COMMON_TIME + below + note("C4", 2))))).containsExactly(33, 33);
    }

    @Test
    void hairpins_areNamed() throws Exception {
        String wedge = direction("<wedge type='crescendo'/>") + FOUR + direction("<wedge type='stop'/>");
        assertThat(notices(score(COMMON_TIME + wedge))).containsExactly("hairpin; not played");
    }

    @Test
    void pedals_areControlChanges() throws Exception {
        String measure = COMMON_TIME
                + direction("<pedal type='start'/>")
                + note("C4", 2)
                + direction("<pedal type='change'/>")
                + note("C4", 2)
                + direction("<pedal type='stop'/>");
        assertThat(read(score(measure)).parts().get(0).controlChanges().stream()
                        .map(change -> change.tick() + ": " + change.controller() + "=" + change.value()))
                .containsExactly("0: 64=127", "960: 64=0", "960: 64=127", "1920: 64=0");
    }

    @Test
    void rehearsalMarks_areMarkers() throws Exception {
        String mark = direction("<rehearsal>B</rehearsal>");
        var sequence = read(
                scoreOf("", part("P1", COMMON_TIME + FOUR, mark + FOUR), part("P2", COMMON_TIME + FOUR, mark + FOUR)));
        assertThat(sequence.markers().stream().map(marker -> marker.tick() + " " + marker.text()))
                .containsExactly("1920 B");
    }

    private static List<KeySignature> keys(String attributes) throws MalformedMusicXmlException {
        return read(score(COMMON_TIME + attributes(attributes) + FOUR)).keySignatures();
    }

    private static String key(int fifths, String mode) {
        return "<key><fifths>" + fifths + "</fifths>" + (mode.isEmpty() ? "" : "<mode>" + mode + "</mode>") + "</key>";
    }

    @Test
    void keys_areMajorUnlessTheySayMinor() throws Exception {
        assertThat(keys(key(-3, ""))).containsExactly(new KeySignature(0, -3, Mode.MAJOR));
        assertThat(keys(key(-3, "minor"))).containsExactly(new KeySignature(0, -3, Mode.MINOR));
        assertThat(notices(score(COMMON_TIME + attributes(key(0, "dorian")) + FOUR)))
                .containsExactly("key in the mode \"dorian\"; taken as major");
    }

    @ParameterizedTest
    @CsvSource({
        // written fifths, diatonic, chromatic, sounding fifths
        "1, -1, -2, -1",
        "-3, -5, -9, -6",
        "0, 2, 3, -3",
        "0, -4, -7, -1",
        "0, -7, -12, 0",
    })
    void keys_areThoseThatSound(int written, int diatonic, int chromatic, int sounding) throws Exception {
        String transpose =
                "<transpose><diatonic>" + diatonic + "</diatonic><chromatic>" + chromatic + "</chromatic></transpose>";
        assertThat(keys(key(written, "") + transpose)).containsExactly(new KeySignature(0, sounding, Mode.MAJOR));
    }

    @Test
    void keysBeyondSevenSharps_areWrittenAsWhatSoundsAlike() throws Exception {
        assertThat(keys(key(8, ""))).containsExactly(new KeySignature(0, -4, Mode.MAJOR));
    }

    @Test
    void keysThatAreNotMadeOfFifths_areIgnored() throws Exception {
        String score =
                score(COMMON_TIME + attributes("<key><key-step>B</key-step><key-alter>-1</key-alter></key>") + FOUR);
        assertThat(read(score).keySignatures()).isEmpty();
        assertThat(notices(score)).containsExactly("key signature that is not made of fifths; ignored");
    }
}
