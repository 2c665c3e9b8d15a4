package io.github.musicgen.midi.musicxml;

import static io.github.musicgen.midi.musicxml.Scores.COMMON_TIME;
import static io.github.musicgen.midi.musicxml.Scores.attributes;
import static io.github.musicgen.midi.musicxml.Scores.divisions;
import static io.github.musicgen.midi.musicxml.Scores.meters;
import static io.github.musicgen.midi.musicxml.Scores.note;
import static io.github.musicgen.midi.musicxml.Scores.notes;
import static io.github.musicgen.midi.musicxml.Scores.notices;
import static io.github.musicgen.midi.musicxml.Scores.part;
import static io.github.musicgen.midi.musicxml.Scores.pickup;
import static io.github.musicgen.midi.musicxml.Scores.read;
import static io.github.musicgen.midi.musicxml.Scores.score;
import static io.github.musicgen.midi.musicxml.Scores.scoreOf;
import static io.github.musicgen.midi.musicxml.Scores.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.NoteSequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where bars begin, and which meters say so. */
class BarsTest {

    @Test
    void aPickup_keepsTheMeterAndIsCutShort() throws Exception {
        NoteSequence sequence = read(score(pickup(COMMON_TIME + note("C4", 1)), note("D4", 4), note("E4", 4)));
        assertThat(meters(sequence)).containsExactly("0: 4/4", "480: 4/4");
        assertThat(sequence.meterMap().barStart(1)).isEqualTo(480);
        assertThat(sequence.meterMap().barStart(2)).isEqualTo(480 + 1920);
        assertThat(notices(score(pickup(COMMON_TIME + note("C4", 1)), note("D4", 4))))
                .isEmpty();
    }

    @Test
    void aShortMeasure_isAShortBarAndIsNamed() throws Exception {
        String score = score(COMMON_TIME + note("C4", 4), note("D4", 3), note("E4", 4));
        assertThat(meters(read(score))).containsExactly("0: 4/4", "3360: 4/4");
        assertThat(notes(read(score))).endsWith("E4 3360-5280");
        assertThat(notices(score)).containsExactly("measure lasts 3 where its meter asks for 4 quarters");
    }

    @Test
    void aLongMeasure_getsAsManyBeatsAsItNeeds() throws Exception {
        assertThat(meters(read(score(COMMON_TIME + note("C4", 4), note("D4", 6), note("E4", 4)))))
                .containsExactly("0: 4/4", "1920: 6/4", "4800: 4/4");
    }

    @Test
    void aLongMeasure_ofNoWholeNumberOfBeats_isCutShort() throws Exception {
        String long13 = note("D4", 13);
        assertThat(meters(read(
                        score(attributes("<divisions>3</divisions>" + time("4", "4")) + long13, note("E4", 12)))))
                .containsExactly("0: 5/4", "2080: 4/4");
    }

    @Test
    void aSplitMeasure_isTwoBars() throws Exception {
        String second = "<measure number='X1' implicit='yes'>" + note("D4", 1) + "</measure>";
        assertThat(meters(read(score(COMMON_TIME + note("C4", 3), second, note("E4", 4)))))
                .containsExactly("0: 4/4", "1440: 4/4", "1920: 4/4");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4, 4/4",
        "3+2, 8, 5/8",
        "2+3+2, 8, 7/8",
        "12, 8, 12/8",
        "2, 2, 2/2",
        "1, 16, 1/16",
    })
    void timeSignatures_areReadAndAdded(String beats, String beatType, String expected) throws Exception {
        assertThat(meters(read(score(attributes("<divisions>1</divisions>" + time(beats, beatType))))))
                .containsExactly("0: " + expected);
    }

    @Test
    void timeSignatures_ofSeveralFractions_areAdded() throws Exception {
        String sum = "<time><beats>3</beats><beat-type>8</beat-type><beats>2</beats><beat-type>4</beat-type></time>";
        assertThat(meters(read(score(attributes("<divisions>1</divisions>" + sum)))))
                .containsExactly("0: 7/8");
    }

    @Test
    void timeSignatures_thatCannotBe_makeBarsAsLongAsTheyAre() throws Exception {
        String score = score(attributes("<divisions>1</divisions>" + time("4", "5")) + note("C4", 3), note("D4", 3));
        assertThat(meters(read(score))).containsExactly("0: 3/4");
        assertThat(notices(score))
                .containsExactly("meter that cannot be expressed; bars are as long as what is in them");
    }

    @Test
    void senzaMisura_makesBarsAsLongAsTheyAre() throws Exception {
        String free = attributes("<divisions>2</divisions><time><senza-misura/></time>");
        String score = score(free + note("C4", 10), note("D4", 7));
        assertThat(meters(read(score))).containsExactly("0: 5/4", "2400: 7/8");
        assertThat(notices(score)).isEmpty();
    }

    @Test
    void withoutAnyTimeSignature_barsAreAsLongAsTheyAre() throws Exception {
        assertThat(meters(read(score(divisions(1) + note("C4", 3), note("D4", 3)))))
                .containsExactly("0: 3/4");
    }

    @Test
    void timeSignatures_mayChange() throws Exception {
        assertThat(meters(read(
                        score(COMMON_TIME + note("C4", 4), attributes(time("3", "4")) + note("D4", 3), note("E4", 3)))))
                .containsExactly("0: 4/4", "1920: 3/4");
    }

    @Test
    void timeSignatures_withinAMeasure_holdFromTheNext() throws Exception {
        String score = score(COMMON_TIME + note("C4", 4) + attributes(time("3", "4")), note("D4", 3));
        assertThat(meters(read(score))).containsExactly("0: 4/4", "1920: 3/4");
        assertThat(notices(score)).containsExactly("time signature within a measure; holds from the next one on");
    }

    @Test
    void emptyMeasures_areAsLongAsTheirMeter() throws Exception {
        NoteSequence sequence = read(score(COMMON_TIME, "", note("C4", 4)));
        assertThat(notes(sequence)).containsExactly("C4 3840-5760");
        assertThat(meters(sequence)).containsExactly("0: 4/4");
    }

    @Test
    void measureRests_ofNotesAndOfForwards_areAlike() throws Exception {
        String rest = "<note><rest measure='yes'/><duration>4</duration></note>";
        assertThat(notes(read(score(COMMON_TIME + rest, Scores.forward(4), note("C4", 4)))))
                .containsExactly("C4 3840-5760");
    }

    @Test
    void barsOfAllParts_alignOnTheLongest() throws Exception {
        String score = scoreOf(
                "",
                part("P1", COMMON_TIME + note("C4", 3), note("D4", 4)),
                part("P2", COMMON_TIME + note("C3", 4), note("D3", 4)));
        assertThat(notes(read(score).parts().get(0))).containsExactly("C4 0-1440", "D4 1920-3840");
        assertThat(notes(read(score).parts().get(1))).containsExactly("C3 0-1920", "D3 1920-3840");
        assertThat(notices(score))
                .containsExactly("measure ends before that of another part; the bar is as long as the longest");
    }

    @Test
    void partsInDifferentMeters_areStretchedToTheFirst() throws Exception {
        String twelveEighths = attributes("<divisions>2</divisions>" + time("12", "8"));
        String score = scoreOf(
                "",
                part("P1", COMMON_TIME + note("C4", 4), note("D4", 4)),
                part("P2", twelveEighths + note("C3", 3) + note("D3", 9), note("E3", 12)));
        assertThat(notes(read(score).parts().get(1))).containsExactly("C3 0-480", "D3 480-1920", "E3 1920-3840");
        assertThat(meters(read(score))).containsExactly("0: 4/4");
    }

    @Test
    void aPartWithFewerMeasures_isSilentAtTheEnd() throws Exception {
        NoteSequence sequence = read(scoreOf(
                "", part("P1", COMMON_TIME + note("C4", 4)), part("P2", COMMON_TIME + note("C3", 4), note("D3", 4))));
        assertThat(notes(sequence.parts().get(0))).containsExactly("C4 0-1920");
        assertThat(sequence.endTick()).isEqualTo(3840);
    }

    @Test
    void backups_thatLeadBeforeTheMeasure_leadToItsStart() throws Exception {
        String score = score(COMMON_TIME + note("C4", 2) + Scores.backup(3) + note("E4", 2));
        assertThat(notes(read(score))).containsExactly("C4 0-960", "E4 0-960");
        assertThat(notices(score)).contains("backup that leads before the start of its measure; leads to the start");
    }

    @Test
    void theSequence_endsWithTheLastBar() throws Exception {
        assertThat(read(score(COMMON_TIME + note("C4", 1) + Scores.rest(3))).endTick())
                .isEqualTo(1920);
        assertThat(read("<score-partwise/>").endTick()).isZero();
    }
}
