package io.github.musicgen.representation.melody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.melody.MelodyResult.Reason;
import io.github.musicgen.representation.melody.MelodyResult.Rejected;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.Ticks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Music of several meters, and of bars that no grid fits. */
class MelodyMetersTest {
    private static final ExtractionOptions SPLIT = ExtractionOptions.generation().toBuilder()
            .gapBars(1)
            .ignorePolyphonicNotes(false)
            .splitAtMeterChanges(true)
            .build();
    private static final ExtractionOptions THROUGH =
            SPLIT.toBuilder().splitAtMeterChanges(false).build();

    private static List<MelodyResult> extract(ExtractionOptions options, Music music) {
        return new MelodyExtractor(options).extract(music.quantized()).get(0).results();
    }

    private static List<Melody> melodies(ExtractionOptions options, Music music) {
        PartMelodies part =
                new MelodyExtractor(options).extract(music.quantized()).get(0);
        assertThat(part.melodies()).hasSameSizeAs(part.results());
        return part.melodies();
    }

    /** A bar of 3/4, then 4/4; a note sounds over the change. */
    private static Music threeThenFour() {
        return Music.onGrid(1).meter(0, 3, 4).meter(3, 4, 4).part("60@1-2 62@2-4 64@5-6");
    }

    @Test
    void split_endsTheMelodyAndItsLastNote_whereTheMeterChanges() {
        assertThat(melodies(SPLIT, threeThenFour()))
                .containsExactly(
                        Melody.of(-2, 60, 62).withMeter(3, 1),
                        Melody.of(-2, -2, 64).withMeter(4, 1).withStartStep(3));
    }

    @Test
    void notSplit_goesOnInTheBarsItBeganWith() {
        assertThat(melodies(THROUGH, threeThenFour()))
                .containsExactly(Melody.of(-2, 60, 62, -2, -1, 64).withMeter(3, 1));
    }

    @Test
    void bars_areCountedFromTheChangeOfMeter() {
        // The change at step 18 lies within a bar of 4/4; the melody starts sixteen steps after it.
        Music music = Music.onGrid(4)
                .meter(0, 2, 4)
                .meter(4.5, 4, 4)
                .part("12@1-2 11@2.25-2.5 13@3.25-3.75 14@8.75-9 15@9.25-10.75");
        List<Melody> melodies = melodies(SPLIT, music);
        assertThat(melodies).hasSize(2);
        assertThat(melodies.get(1))
                .isEqualTo(Melody.of(-2, 14, -1, 15, -2, -2, -2, -2, -2).withStartStep(34));
        assertThat(melodies.get(1).endStep()).isEqualTo(43);
    }

    @Test
    void timeSignatureThatRepeatsTheOneBefore_changesNothing() {
        Music music = Music.onGrid(1).meter(0, 4, 4).meter(3, 4, 4).part("60@1-2 62@2-4 64@5-6");
        assertThat(melodies(SPLIT, music))
                .containsExactly(Melody.of(-2, 60, 62, -2, -1, 64).withMeter(4, 1));
    }

    @Test
    void polyphony_givesUpOnlyTheMeterItLiesIn_ifMelodiesAreSplit() {
        Music music = Music.onGrid(1).meter(0, 3, 4).meter(3, 4, 4).part("60@0-1 64@0-1 62@1-2 65@4-5");
        assertThat(extract(SPLIT, music))
                .extracting(result -> result instanceof Rejected rejected ? rejected.reason() : "melody")
                .containsExactly(Reason.POLYPHONIC, "melody");
        assertThat(extract(THROUGH, music))
                .extracting(result -> ((Rejected) result).reason())
                .containsExactly(Reason.POLYPHONIC);
    }

    @Test
    void fractionalBars_areARejection_andTheNextMeterIsTriedAgain() {
        // A bar of 7/16 is 3.5 steps at two per quarter.
        Music music = Music.onGrid(2).meter(0, 7, 16).meter(7, 4, 4).part("60@0-1 62@1-2 64@7-8");
        Rejected rejected = new Rejected(
                Reason.FRACTIONAL_BAR,
                0,
                "a bar of 7/16 must be a whole number of steps, but was 3.5 at 2 steps per quarter, from step 0 on");
        Melody after = Melody.of(64, -2).withMeter(8, 2).withStartStep(14);
        for (ExtractionOptions options : List.of(SPLIT, THROUGH)) {
            List<MelodyResult> results = extract(options, music);
            assertThat(results).containsExactly(rejected, new MelodyResult.Extracted(after, 2));
        }
    }

    @Test
    void melodyThatGoesOnIntoFractionalBars_endsThereOnlyIfSplit() {
        Music music = Music.onGrid(2).meter(0, 4, 4).meter(4, 7, 16).part("60@0-1 62@1-5 64@5-6 65@12-13");
        assertThat(extract(SPLIT, music))
                .extracting(result -> result instanceof Rejected rejected ? rejected.reason() : "melody")
                .containsExactly("melody", Reason.FRACTIONAL_BAR);
        // The first melody ends in a bar of 7/16, and the next would have to start in one.
        assertThat(extract(THROUGH, music))
                .extracting(result -> result instanceof Rejected rejected ? rejected.reason() : "melody")
                .containsExactly("melody", Reason.FRACTIONAL_BAR);
        assertThat(extract(THROUGH, music).get(0))
                .isEqualTo(new MelodyResult.Extracted(
                        Melody.of(60, -2, 62, -2, -2, -2, -2, -2, -2, -2, 64, -2)
                                .withMeter(8, 2),
                        12));
    }

    @Test
    void meters_closerThanAStep_leaveTheLast() {
        Music music =
                Music.onGrid(1).meter(0, 4, 4).meter(4, 2, 4).meter(4.2, 3, 4).part("60@4-5 62@6-7");
        assertThat(melodies(SPLIT, music))
                .containsExactly(Melody.of(60, -1, 62).withMeter(3, 1).withStartStep(4));
    }

    @Test
    void meterBeyondTheLastStep_changesNothing() {
        NoteSequence music = NoteSequence.builder(1)
                .timeSignature(Ticks.MAX, 3, 4)
                .part(Part.builder("").note(60, 80, 0, 1).build())
                .build();
        assertThat(MelodyExtractor.generation()
                        .extract(music.quantize(Grid.perQuarter(1 << 20)))
                        .get(0)
                        .melodies())
                .hasSize(1);
    }

    @Test
    void gridOfSeconds_isRefused() {
        NoteSequence music = NoteSequence.builder(480).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MelodyExtractor.training().extract(music.quantize(Grid.perSecond(100))))
                .withMessage("melodies and drums need bars, so the grid must count steps per quarter note, but was"
                        + " PerSecond[steps=100]");
    }
}
