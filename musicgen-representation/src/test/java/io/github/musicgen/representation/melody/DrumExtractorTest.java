package io.github.musicgen.representation.melody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.time.Grid;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrumExtractorTest {
    /** Two bars of sixteenths. */
    @Provide
    Arbitrary<int[]> events() {
        return Arbitraries.frequencyOf(
                        Tuple.of(2, Arbitraries.just(0)),
                        Tuple.of(3, Arbitraries.integers().between(0, DrumPattern.MAX_EVENT)))
                .array(int[].class)
                .ofSize(32);
    }

    @Property
    void extract_ofTheMusicOfAPattern_isThePattern(
            @ForAll("events") int[] events, @ForAll @IntRange(min = 0, max = 9) int bar) {
        events[3] = Math.max(events[3], 1);
        events[30] = Math.max(events[30], 1);
        DrumPattern pattern = DrumPattern.of(events).withStartStep(16 * bar);
        NoteSequence music = pattern.toNoteSequence(120);
        assertThat(DrumExtractor.extract(music.quantize(Grid.perQuarter(4)))).containsExactly(pattern);
    }

    @Test
    void extract_allPartsOfDrums_areOne_andOtherPartsAreNone() {
        List<DrumPattern> patterns = DrumExtractor.extract(Music.onGrid(1)
                .drums("36@0-1 38@1-2")
                .part("42@0-4 42@2-3")
                .drums("42@0-1 35@0-1 40@3-4")
                .quantized());
        assertThat(patterns).containsExactly(DrumPattern.of(5, 2, 0, 2).withMeter(4, 1));
    }

    @Test
    void extract_drumsOfNoClass_arePassedOver() {
        assertThat(DrumExtractor.extract(
                        Music.onGrid(1).drums("0@0-1 36@2-3 127@3-4").quantized()))
                .containsExactly(DrumPattern.of(0, 0, 1, 0).withMeter(4, 1));
        assertThat(DrumExtractor.extract(Music.onGrid(1).drums("0@0-1").quantized()))
                .isEmpty();
        assertThat(DrumExtractor.extract(Music.onGrid(1).drums("").quantized())).isEmpty();
    }

    @Test
    void extract_eachMeter_hasItsBars_butForFractionalOnes() {
        List<DrumPattern> patterns = DrumExtractor.extract(Music.onGrid(1)
                .meter(0, 3, 4)
                .meter(9, 4, 4)
                .meter(17, 3, 8)
                .drums("36@4-5 38@9-10 46@14-15 36@17-18")
                .quantized());
        assertThat(patterns)
                .containsExactly(
                        DrumPattern.of(0, 1, 0).withMeter(3, 1).withStartStep(3),
                        DrumPattern.of(2, 0, 0, 0, 0, 8, 0, 0).withMeter(4, 1).withStartStep(9));
    }

    @Test
    void extract_whatWouldBeTooLong_isRefused() {
        assertThatThrownBy(() -> DrumExtractor.extract(
                        Music.onGrid(1).drums("36@0-1 36@16777216-16777217").quantized()))
                .hasMessage("drums in one meter must last at most 16777216 steps, but lasted 16777220");
    }

    @Test
    void extract_stepsPerSecond_areRefused() {
        NoteSequence music = DrumPattern.of(1).toNoteSequence(120);
        assertThatThrownBy(() -> DrumExtractor.extract(music.quantize(Grid.perSecond(10))))
                .hasMessageStartingWith("melodies and drums need bars, so the grid must count steps per quarter note");
    }
}
