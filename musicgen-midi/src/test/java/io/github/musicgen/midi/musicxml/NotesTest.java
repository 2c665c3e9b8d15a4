package io.github.musicgen.midi.musicxml;

import static io.github.musicgen.midi.musicxml.Scores.COMMON_TIME;
import static io.github.musicgen.midi.musicxml.Scores.attributes;
import static io.github.musicgen.midi.musicxml.Scores.backup;
import static io.github.musicgen.midi.musicxml.Scores.chordNote;
import static io.github.musicgen.midi.musicxml.Scores.divisions;
import static io.github.musicgen.midi.musicxml.Scores.forward;
import static io.github.musicgen.midi.musicxml.Scores.grace;
import static io.github.musicgen.midi.musicxml.Scores.note;
import static io.github.musicgen.midi.musicxml.Scores.notes;
import static io.github.musicgen.midi.musicxml.Scores.notices;
import static io.github.musicgen.midi.musicxml.Scores.pitch;
import static io.github.musicgen.midi.musicxml.Scores.read;
import static io.github.musicgen.midi.musicxml.Scores.rest;
import static io.github.musicgen.midi.musicxml.Scores.score;
import static io.github.musicgen.midi.musicxml.Scores.tie;
import static io.github.musicgen.midi.musicxml.Scores.time;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When notes sound, and which. */
class NotesTest {

    @Test
    void notes_followEachOther() throws Exception {
        assertThat(notes(read(score(COMMON_TIME + note("C4", 1) + rest(1) + note("F#4", 2)))))
                .containsExactly("C4 0-480", "F#4 960-1920");
    }

    @Test
    void chordNotes_beginWithTheNoteBeforeThem() throws Exception {
        assertThat(notes(read(score(COMMON_TIME + note("C4", 2) + chordNote("E4", 1) + note("D4", 2)))))
                .containsExactly("C4 0-960", "E4 0-480", "D4 960-1920");
    }

    @Test
    void backupAndForward_moveTheCursor() throws Exception {
        assertThat(notes(read(score(COMMON_TIME + note("C5", 4) + backup(4) + forward(1) + note("C4", 2)))))
                .containsExactly("C5 0-1920", "C4 480-1440");
    }

    @Test
    void divisions_mayChangeWithinAMeasureAndDifferFromPartToPart() throws Exception {
        String first = COMMON_TIME + note("C4", 1) + divisions(3) + note("D4", 1) + note("E4", 2) + rest(6);
        String second = divisions(7) + note("C3", 7) + note("D3", 1) + rest(20);
        var sequence = read(Scores.scoreOf("", Scores.part("P1", first), Scores.part("P2", second)));
        assertThat(sequence.ticksPerQuarter()).isEqualTo(3360);
        assertThat(notes(sequence)).containsExactly("C4 0-3360", "D4 3360-4480", "E4 4480-6720");
        assertThat(notes(sequence.parts().get(1))).containsExactly("C3 0-3360", "D3 3360-3840");
    }

    @Test
    void divisions_mayBeFractions() throws Exception {
        String halves = attributes("<divisions>0.5</divisions>");
        assertThat(notes(read(score(halves + note("C4", 1) + note("D4", 1)))))
                .containsExactly("C4 0-960", "D4 960-1920");
    }

    @Test
    void lengthsBeyondAnyResolution_areRoundedOnceEach() throws Exception {
        // A 32,771st of a quarter needs more ticks than there are; thirteen of them do not drift.
        String measure = divisions(32_771) + note("C4", 13 * 2_521) + note("D4", 19_998 - 2_521 * 6);
        String score = score(measure);
        assertThat(read(score).ticksPerQuarter()).isEqualTo(30_240);
        assertThat(notes(read(score))).containsExactly("C4 0-30242", "D4 30242-34738");
        assertThat(notices(score)).contains("lengths need 32771 ticks per quarter; rounded to 30240");
    }

    @Test
    void tuplets_areExact() throws Exception {
        String triplet =
                "<time-modification><actual-notes>3</actual-notes><normal-notes>2</normal-notes></time-modification>";
        assertThat(notes(read(score(
                        divisions(3) + note("C4", 1, triplet) + note("D4", 1, triplet) + note("E4", 1, triplet)))))
                .containsExactly("C4 0-160", "D4 160-320", "E4 320-480");
    }

    @Test
    void tiedNotes_areOne() throws Exception {
        String first = COMMON_TIME + rest(3) + note("C4", 1, tie("start"));
        String second = note("C4", 4, tie("stop"), tie("start"));
        String third = note("C4", 1, tie("stop")) + note("C4", 3);
        assertThat(notes(read(score(first, second, third)))).containsExactly("C4 1440-4320", "C4 4320-5760");
    }

    @Test
    void ties_writtenAsNotationOnly_holdAsWell() throws Exception {
        String start = "<notations><tied type='start'/></notations>";
        String stop = "<notations><tied type='stop'/></notations>";
        assertThat(notes(read(score(COMMON_TIME + note("C4", 2, start) + note("C4", 2, stop)))))
                .containsExactly("C4 0-1920");
    }

    @Test
    void ties_crossVoicesAndKeepUnisonsApart() throws Exception {
        String voice1 = note("C4", 2) + note("C4", 2, tie("stop"));
        String voice2 = note("C4", 2, tie("start"), "<voice>2</voice>") + note("E4", 2, "<voice>2</voice>");
        assertThat(notes(read(score(COMMON_TIME + voice1 + backup(4) + voice2))))
                .containsExactly("C4 0-960", "C4 0-1920", "E4 960-1920");
    }

    @Test
    void tieStop_thatNothingLeadsTo_isANoteOfItsOwn() throws Exception {
        assertThat(notes(read(score(COMMON_TIME + note("C4", 2) + note("D4", 2, tie("stop"))))))
                .containsExactly("C4 0-960", "D4 960-1920");
    }

    @Test
    void graceNotes_soundBeforeTheBeatAndShortenWhatWasThere() throws Exception {
        assertThat(notes(read(score(COMMON_TIME + note("C4", 2) + grace("D4") + grace("E4") + note("F4", 2)))))
                .containsExactly("C4 0-840", "D4 840-900", "E4 900-960", "F4 960-1920");
    }

    @Test
    void graceNotes_takeAtMostHalfOfWhatWasThere() throws Exception {
        String measure = divisions(16) + note("C4", 1) + grace("D4") + grace("E4") + note("F4", 15);
        assertThat(notes(read(score(measure)))).containsExactly("C4 0-15", "D4 15-22", "E4 22-30", "F4 30-480");
    }

    @Test
    void graceNotes_beforeEverything_haveNoLength() throws Exception {
        assertThat(notes(read(score(COMMON_TIME + grace("D4") + note("F4", 4)))))
                .containsExactly("D4 0-0", "F4 0-1920");
    }

    @Test
    void graceNotes_inAChord_soundTogether() throws Exception {
        String chord = "<note><grace/><chord/>" + pitch("E4") + "</note>";
        assertThat(notes(read(score(COMMON_TIME + rest(1) + note("C4", 1) + grace("D4") + chord + note("F4", 2)))))
                .containsExactly("C4 480-900", "D4 900-960", "E4 900-960", "F4 960-1920");
    }

    @Test
    void graceNotes_beforeABar_soundInTheBarBefore() throws Exception {
        assertThat(notes(read(score(COMMON_TIME + rest(3) + note("C4", 1), grace("B4") + note("A4", 4)))))
                .containsExactly("C4 1440-1860", "B4 1860-1920", "A4 1920-3840");
    }

    @Test
    void cueNotes_areSilent() throws Exception {
        String cue = "<note><cue/>" + pitch("G4") + "<duration>2</duration></note>";
        String cueGrace = "<note><grace/><cue/>" + pitch("G4") + "</note>";
        assertThat(notes(read(score(COMMON_TIME + cue + cueGrace + note("C4", 2)))))
                .containsExactly("C4 960-1920");
    }

    @Test
    void notesThatAreNotPrinted_sound() throws Exception {
        String hidden = "<note print-object='no'>" + pitch("G4") + "<duration>4</duration></note>";
        assertThat(notes(read(score(COMMON_TIME + hidden)))).containsExactly("G4 0-1920");
    }

    @Test
    void octaveShift_doesNotMoveNotes_becausePitchesAreAsTheySound() throws Exception {
        String ottava = "<direction><direction-type><octave-shift type='down' size='8'/></direction-type></direction>";
        assertThat(notes(read(score(COMMON_TIME + ottava + note("C6", 4))))).containsExactly("C6 0-1920");
    }

    @Test
    void transposingInstruments_soundAsTheyDo() throws Exception {
        String clarinet = "<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose>";
        String bassClarinet =
                "<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic><octave-change>-1</octave-change></transpose>";
        assertThat(notes(read(score(
                        COMMON_TIME + attributes(clarinet) + note("D5", 4), attributes(bassClarinet) + note("D5", 4)))))
                .containsExactly("C5 0-1920", "C4 1920-3840");
    }

    @Test
    void doublingInstruments_soundTwice() throws Exception {
        String cellosAndBasses = "<transpose><chromatic>0</chromatic><double/></transpose>";
        String above = "<transpose><chromatic>0</chromatic><double above='yes'/></transpose>";
        assertThat(notes(read(score(
                        COMMON_TIME + attributes(cellosAndBasses) + note("C3", 4), attributes(above) + note("C3", 4)))))
                .containsExactly("C2 0-1920", "C3 0-1920", "C3 1920-3840", "C4 1920-3840");
    }

    @Test
    void transposition_mayBeOfOneStaffOnly() throws Exception {
        String second = "<transpose number='2'><chromatic>-12</chromatic></transpose>";
        assertThat(notes(read(score(COMMON_TIME
                        + attributes(second)
                        + note("C5", 2, "<staff>1</staff>")
                        + note("C5", 2, "<staff>2</staff>")))))
                .containsExactly("C5 0-960", "C4 960-1920");
    }

    @Test
    void microtones_goToTheNearestSemitone() throws Exception {
        String quarterSharp = "<note><pitch><step>C</step><alter>0.5</alter><octave>4</octave></pitch>"
                + "<duration>4</duration></note>";
        assertThat(notes(read(score(COMMON_TIME + quarterSharp)))).containsExactly("C#4 0-1920");
        assertThat(notices(score(COMMON_TIME + quarterSharp)))
                .containsExactly("microtone; moved to the nearest semitone, halves up");
    }

    @Test
    void notesBeyondMidi_areDroppedWithANotice() throws Exception {
        String score = score(COMMON_TIME + note("B9", 2) + note("C4", 2));
        assertThat(notes(read(score))).containsExactly("C4 960-1920");
        assertThat(notices(score)).containsExactly("note outside the range of MIDI; dropped");
    }

    @Test
    void stavesOfOnePart_areOnePart() throws Exception {
        String right = note("C5", 4, "<voice>1</voice>", "<staff>1</staff>");
        String left = note("C3", 4, "<voice>5</voice>", "<staff>2</staff>");
        var sequence = read(score(COMMON_TIME + attributes("<staves>2</staves>") + right + backup(4) + left));
        assertThat(sequence.parts()).hasSize(1);
        assertThat(notes(sequence)).containsExactly("C3 0-1920", "C5 0-1920");
    }

    @Test
    void ornaments_areNamedInNoticesOnceEach() throws Exception {
        String trill = "<notations><ornaments><trill-mark/></ornaments><arpeggiate/></notations>";
        var reading = MusicXmlReader.parseWithNotices(
                Scores.bytes(score(COMMON_TIME + note("C4", 2, trill) + note("D4", 2, trill))));
        assertThat(reading.notices().toString())
                .contains("trill; not played (2 times)")
                .contains("arpeggio; not spread (2 times)");
        assertThat(reading.notices()).allSatisfy(notice -> {
            assertThat(notice.place().part()).isEqualTo("P1");
            assertThat(notice.place().measure()).isEqualTo("1");
        });
    }

    @Test
    void timeSignature_ofHalfBars_doesNotMatterForNotes() throws Exception {
        assertThat(notes(read(
                        score(attributes("<divisions>1</divisions>" + time("2", "4")) + note("C4", 2), note("D4", 2)))))
                .containsExactly("C4 0-960", "D4 960-1920");
    }
}
