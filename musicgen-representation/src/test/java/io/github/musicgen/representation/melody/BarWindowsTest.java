package io.github.musicgen.representation.melody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarWindowsTest {
    private static final Melody FOUR_BARS_OF_TWO =
            Melody.of(60, -2, 62, -1, -2, 64, -2, -2).withMeter(2, 1);

    @Test
    void of_wholeBars_areOneBarApart() {
        List<Melody> windows = BarWindows.of(FOUR_BARS_OF_TWO, 2);
        assertThat(windows).extracting(Melody::startStep).containsExactly(0, 2, 4);
        assertThat(windows.get(1).events()).containsExactly(62, -1, -2, 64);
        assertThat(windows.get(1).stepsPerBar()).isEqualTo(2);
    }

    @Test
    void of_melodyThatStartsWithinABar_beginWithTheNextBar() {
        List<Melody> windows = BarWindows.of(FOUR_BARS_OF_TWO.withStartStep(3), 2);
        assertThat(windows).extracting(Melody::startStep).containsExactly(4, 6);
        assertThat(windows.get(0).events()).containsExactly(-2, 62, -1, -2);
    }

    @Test
    void fromStart_ofAMelodyThatStartsAnywhere_countsBarsFromThere() {
        List<Melody> windows = BarWindows.fromStart(FOUR_BARS_OF_TWO.withStartStep(3), 2);
        assertThat(windows).extracting(Melody::startStep).containsExactly(3, 5, 7);
        assertThat(windows.get(1).events()).containsExactly(62, -1, -2, 64);
    }

    @Test
    void of_noteOffWhoseNoteLiesBefore_isSilence() {
        assertThat(BarWindows.of(Melody.of(60, -2, -1, -2).withMeter(2, 1), 1)
                        .get(1)
                        .events())
                .containsExactly(-2, -2);
    }

    @Test
    void of_melodyThatIsTooShort_areNone() {
        assertThat(BarWindows.of(FOUR_BARS_OF_TWO, 5)).isEmpty();
        assertThat(BarWindows.of(FOUR_BARS_OF_TWO, Integer.MAX_VALUE)).isEmpty();
        assertThat(BarWindows.of(Melody.of(), 1)).isEmpty();
    }

    @Test
    void of_noBars_isRefused() {
        assertThatThrownBy(() -> BarWindows.of(FOUR_BARS_OF_TWO, 0))
                .hasMessage("bars of a stretch must be at least 1, but were 0");
    }

    @Test
    void join_windows_areTheMelodyAgain_whereNoNoteCrossesTheirBorders() {
        Melody melody = Melody.of(60, -1, 62, -1, -2, 64, -1, -2).withMeter(2, 1);
        assertThat(BarWindows.join(BarWindows.of(melody, 1)))
                .isEqualTo(Melody.of(60, -1, 62, -1, -1, 64, -1, -2).withMeter(2, 1));
    }

    @Test
    void join_noteThatSoundsAtTheEnd_endsThere() {
        Melody one = Melody.of(60, -2);
        Melody silentAtFirst = Melody.of(-2, 64);
        assertThat(BarWindows.join(List.of(one, silentAtFirst)).events()).containsExactly(60, -2, -1, 64);
        assertThat(BarWindows.join(List.of(one.withStartStep(5), one)).startStep())
                .isEqualTo(5);
    }

    @Test
    void join_nothingOrOtherMeters_isRefused() {
        assertThatThrownBy(() -> BarWindows.join(List.<Melody>of()))
                .hasMessage("there must be 1 stretch or more to join, but were 0");
        assertThatThrownBy(() -> BarWindows.join(List.of(FOUR_BARS_OF_TWO, Melody.of(60))))
                .hasMessage(
                        "stretches that are joined must have one meter and grid, but had 2 steps in a bar and 1 in a"
                                + " quarter, and 16 and 4");
    }
}
