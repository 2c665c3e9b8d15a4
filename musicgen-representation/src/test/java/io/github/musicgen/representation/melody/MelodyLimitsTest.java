package io.github.musicgen.representation.melody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.melody.MelodyResult.Extracted;
import io.github.musicgen.representation.melody.MelodyResult.Reason;
import io.github.musicgen.representation.melody.MelodyResult.Rejected;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import io.github.musicgen.representation.time.Grid;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limits of an extraction; expected events are those of Magenta's tests where it has them. */
class MelodyLimitsTest {
    /** What Magenta's tests mostly extract with: a bar and two pitch classes at least. */
    private static final ExtractionOptions LENIENT = ExtractionOptions.training().toBuilder()
            .minBars(1)
            .truncateSteps(ExtractionOptions.NO_LIMIT)
            .minPitchClasses(2)
            .ignorePolyphonicNotes(true)
            .build();

    private static List<MelodyResult> extract(ExtractionOptions options, String notes) {
        return extract(options, Music.onGrid(1).part(notes).quantized());
    }

    private static List<MelodyResult> extract(ExtractionOptions options, QuantizedSequence music) {
        return new MelodyExtractor(options)
                .extract(music).stream()
                        .flatMap(part -> part.results().stream())
                        .toList();
    }

    private static Extracted whole(int... events) {
        return cut(events.length, events);
    }

    private static Extracted cut(int fullLength, int... events) {
        return new Extracted(Melody.of(events).withMeter(4, 1), fullLength);
    }

    @Test
    void partsOfTwoPitches_areMelodies_drumsAreNot() {
        QuantizedSequence music = Music.onGrid(1)
                .part("12@2-4 11@6-7")
                .part("12@2-4 14@6-9")
                .drums("13@2-4 15@6-8")
                .quantized();
        assertThat(extract(LENIENT, music).subList(0, 2))
                .containsExactly(whole(-2, -2, 12, -2, -1, -2, 11), whole(-2, -2, 12, -2, -1, -2, 14, -2, -2));
        assertThat(extract(LENIENT, music)).hasSize(3).last().isInstanceOf(Rejected.class);
    }

    @Test
    void onePitchAndOneBar_areEnoughWhereTheOptionsSaySo() {
        ExtractionOptions options = ExtractionOptions.training().toBuilder()
                .minBars(1)
                .minPitchClasses(1)
                .build();
        QuantizedSequence music =
                Music.onGrid(1).part("12@2-4 11@6-7").part("12@2-4 14@6-8").quantized();
        assertThat(extract(options, music))
                .containsExactly(whole(-2, -2, 12, -2, -1, -2, 11), whole(-2, -2, 12, -2, -1, -2, 14, -2));
    }

    @Test
    void shorterThanTheFewestBars_isRejected() {
        ExtractionOptions options = LENIENT.toBuilder().minBars(2).build();
        assertThat(extract(options, "12@2-4 14@6-7"))
                .containsExactly(new Rejected(
                        Reason.TOO_SHORT, 0, "the melody at step 0 must have 2 bars (8 steps) at least, but had 7"));
        assertThat(extract(options, "12@2-4 14@6-8")).containsExactly(whole(-2, -2, 12, -2, -1, -2, 14, -2));
        assertThat(extract(options, "12@2-4 14@6-9")).containsExactly(whole(-2, -2, 12, -2, -1, -2, 14, -2, -2));
    }

    @Test
    void padded_endsAtABarLine() {
        ExtractionOptions options = LENIENT.toBuilder().padEnd(true).build();
        assertThat(extract(options, "12@2-4 14@6-7")).containsExactly(cut(8, -2, -2, 12, -2, -1, -2, 14, -1));
        assertThat(extract(options, "12@2-4 14@6-8")).containsExactly(cut(8, -2, -2, 12, -2, -1, -2, 14, -2));
        assertThat(extract(options, "12@2-4 14@6-9"))
                .containsExactly(cut(12, -2, -2, 12, -2, -1, -2, 14, -2, -2, -1, -2, -2));
    }

    @Test
    void padded_isLongEnoughWithItsPadding() {
        ExtractionOptions options = LENIENT.toBuilder().padEnd(true).minBars(2).build();
        assertThat(extract(options, "12@2-4 14@6-7")).hasOnlyElementsOfType(Extracted.class);
    }

    @Test
    void longer_isTruncated_muchLongerIsRejected() {
        ExtractionOptions options =
                LENIENT.toBuilder().truncateSteps(14).discardSteps(18).build();
        int[] fourteen = {-2, -2, 12, -2, -1, -2, 14, -2, -2, -2, -2, -2, -2, -2};
        assertThat(extract(options, "12@2-4 14@6-15")).containsExactly(cut(15, fourteen));
        assertThat(extract(options, "12@2-4 14@6-18")).containsExactly(cut(18, fourteen));
        assertThat(extract(options, "12@2-4 14@6-19"))
                .containsExactly(new Rejected(
                        Reason.TOO_LONG, 0, "the melody at step 0 must have 18 steps at most, but had 19"));
        assertThat(((Extracted) extract(options, "12@2-4 14@6-15").get(0)).truncated())
                .isTrue();
        assertThat(((Extracted) extract(options, "12@2-4 14@6-14").get(0)).truncated())
                .isFalse();
    }

    @Test
    void paddedAndLonger_isTruncatedAtABarLine() {
        ExtractionOptions options = LENIENT.toBuilder()
                .truncateSteps(14)
                .discardSteps(18)
                .padEnd(true)
                .build();
        assertThat(extract(options, "12@2-4 14@6-15"))
                .containsExactly(cut(16, -2, -2, 12, -2, -1, -2, 14, -2, -2, -2, -2, -2));
        assertThat(extract(options, "12@2-4 14@6-18"))
                .extracting(result -> ((Rejected) result).reason())
                .containsExactly(Reason.TOO_LONG);
    }

    @Test
    void pitches_areCountedAsPitchClasses() {
        ExtractionOptions options = LENIENT.toBuilder().minPitchClasses(4).build();
        assertThat(extract(options, "12@0-1 13@1-2 18@2-3 24@3-4 25@4-5"))
                .containsExactly(new Rejected(
                        Reason.TOO_FEW_PITCHES,
                        0,
                        "the melody at step 0 must have 4 pitch classes at least, but had 3"));
        assertThat(extract(options, "12@0-1 13@1-2 18@2-3 25@3-4 26@4-5")).containsExactly(whole(12, 13, 18, 25, 26));
    }

    @Test
    void pitches_areCountedAfterTruncation() {
        ExtractionOptions options =
                LENIENT.toBuilder().minPitchClasses(3).truncateSteps(4).build();
        assertThat(extract(options, "60@0-1 62@1-2 60@2-4 64@4-5"))
                .extracting(result -> ((Rejected) result).reason())
                .containsExactly(Reason.TOO_FEW_PITCHES);
    }

    @Test
    void length_isCheckedBeforePitches() {
        ExtractionOptions options = LENIENT.toBuilder()
                .minBars(2)
                .discardSteps(9)
                .minPitchClasses(3)
                .build();
        assertThat(extract(options, "60@0-1").get(0)).extracting("reason").isEqualTo(Reason.TOO_SHORT);
        assertThat(extract(options, "60@0-10").get(0)).extracting("reason").isEqualTo(Reason.TOO_LONG);
        assertThat(extract(options, "60@0-9").get(0)).extracting("reason").isEqualTo(Reason.TOO_FEW_PITCHES);
    }

    @Test
    void everyPart_saysWhatBecameOfIt() {
        ExtractionOptions options =
                LENIENT.toBuilder().ignorePolyphonicNotes(false).build();
        QuantizedSequence music = Music.onGrid(1)
                .part("12@2-4 11@6-7 10@8-10 9@11-14 8@16-40 7@41-42")
                .part("12@2-4 14@2-8")
                .part("12@0-1")
                .part("12@2-4 12@6-8")
                .quantized();
        assertThat(extract(options, music))
                .extracting(result -> result instanceof Rejected rejected ? rejected.reason() : "melody")
                .containsExactly("melody", Reason.POLYPHONIC, Reason.TOO_SHORT, Reason.TOO_FEW_PITCHES);
        Melody melody = ((Extracted) extract(options, music).get(0)).melody();
        assertThat(melody.length() / melody.stepsPerBar()).isEqualTo(10);
    }

    @Test
    void presets_areThoseOfMagenta() {
        assertThat(ExtractionOptions.training())
                .isEqualTo(new ExtractionOptions(7, 512, Integer.MAX_VALUE, 5, 1, false, false, true, false, true));
        assertThat(ExtractionOptions.generation())
                .isEqualTo(new ExtractionOptions(
                        0,
                        Integer.MAX_VALUE,
                        Integer.MAX_VALUE,
                        1,
                        Double.POSITIVE_INFINITY,
                        true,
                        false,
                        true,
                        false,
                        false));
        assertThat(MelodyExtractor.training().options()).isEqualTo(ExtractionOptions.training());
        assertThat(MelodyExtractor.generation().options()).isEqualTo(ExtractionOptions.generation());
    }

    @Test
    void training_takesSevenBarsOfFivePitches() {
        // 14.1 s at 120 quarters per minute: the tune that Magenta's dataset test is made of.
        String tune = "12@0-4 11@4.2-10 40@10.2-16 55@16.2-22 53@22.2-28.2";
        List<MelodyResult> results =
                extract(ExtractionOptions.training(), Music.onGrid(4).part(tune).quantized());
        assertThat(results).hasSize(1).first().isInstanceOf(Extracted.class);
        Melody melody = ((Extracted) results.get(0)).melody();
        assertThat(melody.length()).isEqualTo(113);
        assertThat(melody.toQuantizedPart().notes())
                .extracting(note -> note.pitch() + "@" + note.startStep() + "-" + note.endStep())
                .containsExactly("12@0-16", "11@17-40", "40@41-64", "55@65-88", "53@89-113");
    }

    @Test
    void limits_belowZero_areRefused() {
        ExtractionOptions.Builder options = LENIENT.toBuilder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.minBars(-1).build())
                .withMessage("fewest bars must be 0 or more, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LENIENT.toBuilder().gapBars(Double.NaN).build())
                .withMessage("bars of a gap must be more than 0, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LENIENT.toBuilder().gapBars(0).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LENIENT.toBuilder().truncateSteps(-1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LENIENT.toBuilder().discardSteps(-1).build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LENIENT.toBuilder().minPitchClasses(-1).build());
    }

    @Test
    void noteAtTheLastStep_isRejectedBeforeAnythingIsAllocated() {
        int last = Integer.MAX_VALUE - 1;
        assertThat(extract(ExtractionOptions.generation(), single(0, last)))
                .containsExactly(new Rejected(
                        Reason.TOO_LONG,
                        0,
                        "the melody at step 0 must have 16777216 steps at most, which is all there is room for, but had "
                                + last));
        List<MelodyResult> results = extract(ExtractionOptions.generation(), single(last, last + 1));
        assertThat(results).hasSize(1).first().isInstanceOf(Extracted.class);
    }

    @Test
    void paddingBeyondTheLastStep_isRejected() {
        ExtractionOptions options =
                ExtractionOptions.generation().toBuilder().padEnd(true).build();
        assertThat(extract(options, single(Integer.MAX_VALUE - 1, Integer.MAX_VALUE)))
                .extracting(result -> ((Rejected) result).reason())
                .containsExactly(Reason.TOO_LONG);
    }

    @Test
    void truncation_bringsBackWhatIsFarTooLong() {
        ExtractionOptions options =
                ExtractionOptions.generation().toBuilder().truncateSteps(512).build();
        Extracted extracted =
                (Extracted) extract(options, single(0, Integer.MAX_VALUE - 1)).get(0);
        assertThat(extracted.melody().length()).isEqualTo(512);
        assertThat(extracted.fullLength()).isEqualTo(Integer.MAX_VALUE - 1);
    }

    @Test
    void manyLongParts_shareTheRoom() {
        Part part = Part.builder("").note(60, 80, 0, 6_000_000).build();
        NoteSequence music = NoteSequence.builder(1)
                .part(part)
                .part(part)
                .part(part)
                .part(part)
                .build();
        assertThat(extract(ExtractionOptions.generation(), music.quantize(Grid.perQuarter(1))))
                .extracting(result -> result instanceof Rejected rejected ? rejected.message() : "melody")
                .containsExactly("melody", "melody", tooLong(), tooLong());
    }

    private static String tooLong() {
        return "the melody at step 0 must have 4777216 steps at most, which is all there is room for, but had 6000000";
    }

    private static QuantizedSequence single(int startStep, int endStep) {
        Part part = Part.builder("").note(60, 80, startStep, endStep).build();
        return NoteSequence.builder(1).part(part).build().quantize(Grid.perQuarter(1));
    }
}
