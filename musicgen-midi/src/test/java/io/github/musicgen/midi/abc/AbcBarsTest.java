package io.github.musicgen.midi.abc;

import static io.github.musicgen.midi.abc.Tunes.meters;
import static io.github.musicgen.midi.abc.Tunes.strictly;
import static io.github.musicgen.midi.abc.Tunes.tune;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.sequence.NoteSequence;
import org.junit.jupiter.api.Test;

/** Bars of the meter map begin where bar lines are written, whatever lies between these. */
class AbcBarsTest {

    private static NoteSequence inMeter(String meter, String text) {
        return tune("X:1", "L:1/4", "M:" + meter, "K:C", text).sequence();
    }

    @Test
    void upbeat_isABarCutShortByTheNext() {
        NoteSequence sequence = strictly("X:1", "L:1/4", "M:3/4", "K:C", "C|D3|E3|F2|]");

        assertThat(meters(sequence)).isEqualTo("0:3/4 1:3/4");
        assertThat(sequence.meterMap().barStart(1)).isEqualTo(480);
        assertThat(sequence.meterMap().barStart(2)).isEqualTo(4 * 480);
    }

    @Test
    void upbeat_ofAnyLength_isCutShortByTheNextBar() {
        assertThat(meters(inMeter("4/4", "C/|D4|"))).isEqualTo("0:4/4 1/2:4/4");
        assertThat(meters(inMeter("4/4", "(3:2:1C/|D4|"))).isEqualTo("0:4/4 1/3:4/4");
    }

    @Test
    void upbeat_ofARepeatedPart_completesItsLastBar() {
        NoteSequence sequence = strictly("X:1", "L:1/8", "M:6/8", "K:C", "|:G|c3 c3|d3 d2:|G|e3 e3|f3 f2|]");

        assertThat(meters(sequence)).isEqualTo("0:6/8 1/2:6/8");
        assertThat(sequence.endTick()).isEqualTo(480 * 18);
    }

    @Test
    void barsAroundARepeatSign_thatDoNotFitIntoOne_stayTwo() {
        assertThat(meters(inMeter("3/4", "C3|D2:|E2|F3|"))).isEqualTo("0:3/4 5:3/4 10:3/4 12:3/4");
    }

    @Test
    void doubleBarWithinABar_isNoBarLine() {
        assertThat(meters(inMeter("4/4", "C4|D2||E2|F4|"))).isEqualTo("0:4/4");
    }

    @Test
    void barOfTheWrongLength_isKeptAndTold() {
        AbcTune tune = tune("X:1", "L:1/4", "M:4/4", "K:C", "C4|D5|E3|F4|");

        assertThat(meters(tune.sequence())).isEqualTo("0:4/4 4:5/4 9:4/4 12:4/4");
        assertThat(tune.notices())
                .hasToString("[line 5, column 6: bar must be 4 quarters long in 4/4, but was 5; kept as it is, "
                        + "line 5, column 9: bar must be 4 quarters long in 4/4, but was 3; kept as it is]");
    }

    @Test
    void barOfSeveralBars_needsNoOtherMeter() {
        assertThat(meters(inMeter("2/4", "C4|D2|"))).isEqualTo("0:2/4");
    }

    @Test
    void lastBar_mayBeShort() {
        assertThat(meters(inMeter("4/4", "C4|D|]"))).isEqualTo("0:4/4");
    }

    @Test
    void barTooLong_getsTheBeatsItNeeds() {
        assertThat(meters(inMeter("2/4", "C3|D2|"))).isEqualTo("0:3/4 3:2/4");
        assertThat(meters(inMeter("2/4", "C9/4|D2|"))).isEqualTo("0:9/16 9/4:2/4");
        assertThat(meters(inMeter("4/4", "(3:2:1C13/2|D4|"))).isEqualTo("0:4/4 13/3:4/4");
    }

    @Test
    void freeMeter_hasBarsAsTheyAreWritten() {
        assertThat(meters(inMeter("none", "C2|D3|E3|"))).isEqualTo("0:2/4 2:3/4");
        assertThat(meters(inMeter("4/4", "C4|[M:none]D5|E4|"))).isEqualTo("0:4/4 4:5/4 9:4/4");
    }

    @Test
    void freeMeter_withoutBarLines_isOneBar() {
        assertThat(meters(inMeter("none", "CDEFG"))).isEqualTo("0:5/4");
    }

    @Test
    void bars_ofAnotherVoice_areTheSame() {
        NoteSequence sequence = strictly("X:1", "L:1/4", "M:4/4", "K:C", "V:1", "Z4|", "V:2", "C4|C4|C4|C4|");

        assertThat(meters(sequence)).isEqualTo("0:4/4");
        assertThat(sequence.endTick()).isEqualTo(16 * 480);
    }

    @Test
    void tuneWithoutNotes_keepsItsMeterAndTempo() {
        NoteSequence sequence = strictly("X:1", "M:3/4", "Q:1/4=60", "K:G");

        assertThat(meters(sequence)).isEqualTo("0:3/4");
        assertThat(sequence.tempoMap().tempos().get(0).microsecondsPerQuarter()).isEqualTo(1_000_000);
        assertThat(sequence.endTick()).isZero();
    }
}
