package io.github.musicgen.representation.melody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.melody.MelodyResult.Extracted;
import io.github.musicgen.representation.melody.MelodyResult.Reason;
import io.github.musicgen.representation.melody.MelodyResult.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From notes to the events of a melody; expected events are those of the tests of note-seq and Magenta where they have them. */
class MelodyExtractorTest {
    /** Any length, any number of pitches; a bar of silence ends a melody and polyphony is refused. */
    private static final ExtractionOptions STRICT = ExtractionOptions.generation().toBuilder()
            .gapBars(1)
            .ignorePolyphonicNotes(false)
            .build();

    private static final String SCATTERED = "12@0.01-10 11@0.22-0.5 40@2.5-3.5 55@4-4.01 52@4.75-5";
    private static final int[] SCATTERED_EVENTS = {
        12, 11, -1, -2, -2, -2, -2, -2, -2, -2, 40, -2, -2, -2, -1, -2, 55, -1, -2, 52
    };

    private static List<MelodyResult> extract(ExtractionOptions options, Music music) {
        return new MelodyExtractor(options).extract(music.quantized()).get(0).results();
    }

    private static Melody only(ExtractionOptions options, Music music) {
        List<MelodyResult> results = extract(options, music);
        assertThat(results).hasSize(1).first().isInstanceOf(Extracted.class);
        return ((Extracted) results.get(0)).melody();
    }

    @Test
    void laterNote_cutsTheEarlierOne() {
        assertThat(only(STRICT, Music.onGrid(4).part(SCATTERED)))
                .isEqualTo(Melody.of(SCATTERED_EVENTS).withMeter(16, 4));
        assertThat(only(STRICT, Music.onGrid(4).part("12@1-2 11@3.25-3.75 13@2-4"))
                        .events())
                .containsExactly(-2, -2, -2, -2, 12, -2, -2, -2, 13, -2, -2, -2, -2, 11, -2);
    }

    @Test
    void bars_areThoseOfTheMeter() {
        assertThat(only(STRICT, Music.onGrid(4).meter(0, 7, 8).part(SCATTERED)))
                .isEqualTo(Melody.of(SCATTERED_EVENTS).withMeter(14, 4));
        assertThat(only(STRICT, Music.onGrid(12).meter(0, 7, 8).part("60@0-1")).stepsPerBar())
                .isEqualTo(42);
    }

    @Test
    void notesTogether_givePartUp() {
        assertThat(extract(STRICT, Music.onGrid(4).part("12@0-10 11@0-0.5")))
                .containsExactly(new Rejected(
                        Reason.POLYPHONIC,
                        0,
                        "one note at most may start at a step, but pitches 11 and 12 start at step 0"));
        assertThat(extract(STRICT, Music.onGrid(4).part("12@1-1.25 19@1-1.25 20@1-1.25 25@1-1.25")))
                .extracting(MelodyResult::step)
                .containsExactly(4);
    }

    @Test
    void notesTogether_afterAMelodyThatIsComplete_giveUpOnlyTheRest() {
        List<MelodyResult> results = extract(STRICT, Music.onGrid(1).part("60@0-1 62@5-6 64@5-6 65@20-21"));
        assertThat(results).hasSize(2);
        assertThat(results.get(0)).isEqualTo(new Extracted(Melody.of(60).withMeter(4, 1), 1));
        assertThat(results.get(1))
                .isInstanceOf(Rejected.class)
                .extracting(MelodyResult::step)
                .isEqualTo(5);
    }

    @Test
    void notesTogether_ignored_keepTheHighest() {
        ExtractionOptions options =
                STRICT.toBuilder().ignorePolyphonicNotes(true).build();
        Melody melody = only(options, Music.onGrid(4).part("12@0-2 19@0-3 12@1-3 19@1-4"));
        assertThat(melody.events()).containsExactly(19, -2, -2, -2, 19, -2, -2, -2, -2, -2, -2, -2, -2, -2, -2, -2);
    }

    @Test
    void samePitchTogether_ignored_keepsTheShortest() {
        ExtractionOptions options = ExtractionOptions.generation();
        assertThat(only(options, Music.onGrid(4).part("60@0-1 60@0-0.5 55@0-2")).events())
                .containsExactly(60, -2);
    }

    @Test
    void firstNoteLateInItsBar_followsSilence() {
        assertThat(only(STRICT, Music.onGrid(4).part("12@1.5-1.75 11@2-2.25")).events())
                .containsExactly(-2, -2, -2, -2, -2, -2, 12, -1, 11);
    }

    @Test
    void melody_startsAtTheBarLineBeforeItsFirstNote() {
        ExtractionOptions options = STRICT.toBuilder().minPitchClasses(2).build();
        List<PartMelodies> parts = new MelodyExtractor(options)
                .extract(Music.onGrid(1)
                        .part("12@102-103 13@104-106")
                        .part("12@100-101 13@102-105")
                        .quantized());
        assertThat(parts.get(0).melodies())
                .containsExactly(
                        Melody.of(-2, -2, 12, -1, 13, -2).withMeter(4, 1).withStartStep(100));
        assertThat(parts.get(1).melodies())
                .containsExactly(Melody.of(12, -1, 13, -2, -2).withMeter(4, 1).withStartStep(100));
    }

    @Test
    void gap_endsAMelody_andTheNextStartsAtItsOwnBar() {
        ExtractionOptions options =
                STRICT.toBuilder().gapBars(2).minPitchClasses(2).build();
        List<PartMelodies> parts = new MelodyExtractor(options.toBuilder()
                        .ignorePolyphonicNotes(true)
                        .minBars(1)
                        .build())
                .extract(Music.onGrid(1)
                        .part("12@2-4 11@6-11")
                        .part("12@2-4 14@6-8 50@33-37 52@34-37")
                        .quantized());
        assertThat(parts.get(0).melodies())
                .containsExactly(
                        Melody.of(-2, -2, 12, -2, -1, -2, 11, -2, -2, -2, -2).withMeter(4, 1));
        assertThat(parts.get(1).melodies())
                .containsExactly(
                        Melody.of(-2, -2, 12, -2, -1, -2, 14, -2).withMeter(4, 1),
                        Melody.of(-2, 50, 52, -2, -2).withMeter(4, 1).withStartStep(32));
    }

    @Test
    void gap_isMeasuredFromTheEndOfTheLastNote() {
        // Four steps to a bar: silence of three steps is no gap, of four it is.
        assertThat(extract(STRICT, Music.onGrid(1).part("60@0-2 62@5-6"))).hasSize(1);
        assertThat(extract(STRICT, Music.onGrid(1).part("60@0-2 62@6-7"))).hasSize(2);
        // The long note was cut by the short one, so silence begins early.
        assertThat(extract(STRICT, Music.onGrid(1).part("60@0-20 61@1-2 62@6-7")))
                .hasSize(2);
    }

    @Test
    void gapUnderABar_passesOverNotesBeforeTheNextBarLine_andSaysSo() {
        ExtractionOptions options = STRICT.toBuilder().gapBars(0.25).build();
        List<MelodyResult> results = extract(options, Music.onGrid(1).part("60@0-1 62@2-3 63@3-4 64@4-5"));
        assertThat(results)
                .containsExactly(
                        new Extracted(Melody.of(60).withMeter(4, 1), 1),
                        new Rejected(
                                Reason.BEFORE_BAR_LINE,
                                2,
                                "a melody must start at a bar line, the next being step 4, but 2 notes start before it, the"
                                        + " first at step 2"),
                        new Extracted(Melody.of(64).withMeter(4, 1).withStartStep(4), 1));
    }

    @Test
    void withoutGapLimit_thereIsOneMelody() {
        Melody melody = only(ExtractionOptions.generation(), Music.onGrid(1).part("60@1-2 62@1000-1001"));
        assertThat(melody.length()).isEqualTo(1001);
    }

    @Test
    void tunesOfSixteenths_comeOutAsTheyWere() {
        Music music = Music.onGrid(4)
                .part("60@0-0.25 62@0.25-0.5 64@0.5-0.75 66@0.75-1 68@1-1.25 70@1.25-1.5 72@1.5-1.75 70@1.75-2"
                        + " 68@2-2.25 66@2.25-2.5 64@2.5-2.75 62@2.75-3");
        assertThat(only(ExtractionOptions.generation(), music))
                .isEqualTo(Melody.of(60, 62, 64, 66, 68, 70, 72, 70, 68, 66, 64, 62));
    }

    @Test
    void partsWithoutMelody_sayWhy() {
        List<PartMelodies> parts = new MelodyExtractor(
                        STRICT.toBuilder().filterUnpitched(true).build())
                .extract(Music.onGrid(4)
                        .part("")
                        .drums("36@0-1")
                        .program(96, "60@0-1")
                        .program(103, "60@0-1")
                        .program(112, "60@0-1")
                        .program(127, "60@0-1")
                        .program(95, "60@0-1")
                        .program(104, "60@0-1")
                        .program(111, "60@0-1")
                        .quantized());
        assertThat(parts).extracting(PartMelodies::part).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(parts.get(0).results()).containsExactly(new Rejected(Reason.NO_NOTES, 0, "the part has no notes"));
        assertThat(parts.get(1).results())
                .containsExactly(new Rejected(Reason.DRUMS, 0, "the part must not be drums, but is"));
        assertThat(parts.get(2).results())
                .containsExactly(new Rejected(
                        Reason.UNPITCHED, 0, "program must be pitched, not 96..103 or 112..127, but was 96"));
        assertThat(parts.subList(3, 6)).allMatch(part -> part.melodies().isEmpty());
        assertThat(parts.subList(6, 9)).allMatch(part -> part.melodies().size() == 1);
    }

    @Test
    void drumsAndEffects_areMelodiesWhereTheOptionsSaySo() {
        ExtractionOptions options = STRICT.toBuilder().filterDrums(false).build();
        List<PartMelodies> parts = new MelodyExtractor(options)
                .extract(Music.onGrid(4).drums("36@0-1").program(120, "60@0-1").quantized());
        assertThat(parts).allMatch(part -> part.melodies().size() == 1);
    }
}
