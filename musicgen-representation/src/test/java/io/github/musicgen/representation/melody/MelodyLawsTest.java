package io.github.musicgen.representation.melody;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.representation.melody.MelodyResult.Extracted;
import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import io.github.musicgen.representation.sequence.QuantizedNote;
import io.github.musicgen.representation.sequence.QuantizedPart;
import io.github.musicgen.representation.sequence.QuantizedSequence;
import io.github.musicgen.representation.time.Grid;
import io.github.musicgen.representation.time.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;

/** What holds for all melodies. */
class MelodyLawsTest {
    private static final int STEPS_PER_QUARTER = 2;

    @Provide
    Arbitrary<Melody> melodies() {
        return events(0, 127).map(Melody::of);
    }

    /** Melodies within eleven semitones, so that squashing them folds no note. */
    @Provide
    Arbitrary<Melody> narrowMelodies() {
        return Arbitraries.integers()
                .between(0, 116)
                .flatMap(lowest -> events(lowest, lowest + 11))
                .map(Melody::of);
    }

    private static Arbitrary<int[]> events(int lowest, int highest) {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.just(Melody.NO_EVENT)),
                        Tuple.of(1, Arbitraries.just(Melody.NOTE_OFF)),
                        Tuple.of(3, Arbitraries.integers().between(lowest, highest)))
                .array(int[].class)
                .ofMaxSize(100);
    }

    @Provide
    Arbitrary<ExtractionOptions> options() {
        Arbitrary<ExtractionOptions> limits = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(0.25, 0.5, 1.0, 2.0, Double.POSITIVE_INFINITY))
                .as((bars, pitchClasses, gap) -> ExtractionOptions.training().toBuilder()
                        .minBars(bars)
                        .truncateSteps(ExtractionOptions.NO_LIMIT)
                        .minPitchClasses(pitchClasses)
                        .gapBars(gap)
                        .build());
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Combinators.combine(limits, flags, flags, flags)
                .as((options, polyphonic, padded, split) -> options.toBuilder()
                        .ignorePolyphonicNotes(polyphonic)
                        .padEnd(padded)
                        .splitAtMeterChanges(split)
                        .build());
    }

    /** Notes with chords, overlaps and silences, in one to three meters, some of them with fractional bars. */
    @Provide
    Arbitrary<QuantizedSequence> music() {
        Arbitrary<TimeSignature> meter = Combinators.combine(
                        Arbitraries.of(0, 0, 3, 8, 13), Arbitraries.of(2, 3, 4, 7), Arbitraries.of(4, 8, 4, 16))
                .as(TimeSignature::new);
        Arbitrary<int[]> note = Combinators.combine(
                        Arbitraries.of(0, 1, 1, 1, 2, 2, 3, 9, 20),
                        Arbitraries.integers().between(1, 6),
                        Arbitraries.integers().between(58, 65))
                .as((wait, length, pitch) -> new int[] {wait, length, pitch});
        return Combinators.combine(meter.list().ofMaxSize(3), note.list().ofMaxSize(30))
                .as(MelodyLawsTest::quantized);
    }

    private static QuantizedSequence quantized(List<TimeSignature> meters, List<int[]> notes) {
        List<QuantizedNote> quantized = new ArrayList<>();
        int step = 0;
        for (int[] note : notes) {
            step += note[0];
            quantized.add(new QuantizedNote(note[2], 80, step, step + note[1]));
        }
        NoteSequence.Builder outline = NoteSequence.builder(1);
        meters.forEach(meter -> outline.timeSignature(meter.tick(), meter.numerator(), meter.denominator()));
        outline.part(Part.builder("").build());
        QuantizedPart part = new QuantizedPart("", 0, false, quantized);
        return new QuantizedSequence(Grid.perQuarter(STEPS_PER_QUARTER), outline.build(), List.of(part));
    }

    @Property
    @StatisticsReport(StatisticsReportMode.OFF)
    void extracted_extractsToItselfAgain(
            @ForAll("options") ExtractionOptions options, @ForAll("music") QuantizedSequence music) {
        MelodyExtractor extractor = new MelodyExtractor(options);
        List<Melody> melodies = extractor.extract(music).get(0).melodies();
        // The law must not hold for want of melodies.
        Statistics.collect(melodies.isEmpty());
        Statistics.coverage(coverage -> coverage.check(true).percentage(none -> none < 75));
        for (Melody melody : melodies) {
            QuantizedSequence alone =
                    new QuantizedSequence(music.grid(), music.outline(), List.of(melody.toQuantizedPart()));
            List<MelodyResult> again = extractor.extract(alone).get(0).results();
            assertThat(again).containsExactly(new Extracted(melody, melody.length()));
        }
    }

    @Property(tries = 500)
    void extractedInOneMeter_extractsToItselfFromItsOwnMusic(
            @ForAll("options") ExtractionOptions options,
            @ForAll("music") QuantizedSequence music,
            @ForAll @IntRange(min = 1, max = 7) int beats) {
        QuantizedSequence inOneMeter = new QuantizedSequence(
                music.grid(),
                NoteSequence.builder(1)
                        .timeSignature(0, beats, 4)
                        .part(Part.builder("").build())
                        .build(),
                music.parts());
        MelodyExtractor extractor = new MelodyExtractor(options);
        for (Melody melody : extractor.extract(inOneMeter).get(0).melodies()) {
            QuantizedSequence again = melody.toNoteSequence(97).quantize(Grid.perQuarter(STEPS_PER_QUARTER));
            assertThat(extractor.extract(again).get(0).results())
                    .containsExactly(new Extracted(melody, melody.length()));
        }
    }

    @Property(tries = 300)
    void squashed_liesWithinTheRange(
            @ForAll("melodies") Melody melody,
            @ForAll @IntRange(max = 116) int lowest,
            @ForAll @IntRange(min = 12, max = 128) int width,
            @ForAll @IntRange(max = 11) int key) {
        int highest = Math.min(128, lowest + width);
        Melody squashed = melody.squash(lowest, highest, key).melody();
        for (int i = 0; i < squashed.length(); i++) {
            if (melody.event(i) < 0) {
                assertThat(squashed.event(i)).isEqualTo(melody.event(i));
            } else {
                assertThat(squashed.event(i)).isBetween(lowest, highest - 1);
            }
        }
    }

    @Property(tries = 300)
    void unsquashed_isTheOriginal_ifNoNoteWasFolded(
            @ForAll("narrowMelodies") Melody melody, @ForAll @IntRange(max = 11) int key) {
        assertThat(melody.squash(48, 84, key).unsquash()).isEqualTo(melody);
    }

    @Property(tries = 300)
    void transposedThereAndBack_isTheOriginal(
            @ForAll("narrowMelodies") Melody melody, @ForAll @IntRange(min = -127, max = 127) int semitones) {
        boolean within = melody.transpose(0, 0, 128).toQuantizedPart().notes().stream()
                .mapToInt(note -> note.pitch() + semitones)
                .allMatch(pitch -> pitch >= 0 && pitch <= 127);
        Melody back = melody.transpose(semitones).transpose(-semitones);
        if (within) {
            assertThat(back).isEqualTo(melody);
        } else {
            assertThat(back.pitchClassHistogram()).isEqualTo(melody.pitchClassHistogram());
        }
    }

    @Property(tries = 300)
    void prolongedAndCutAgain_isTheOriginal(@ForAll("melodies") Melody melody, @ForAll @IntRange(max = 50) int more) {
        Melody longer = melody.withLength(melody.length() + more);
        assertThat(longer.withLength(melody.length())).isEqualTo(melody);
        assertThat(longer.toQuantizedPart()).isEqualTo(melody.toQuantizedPart());
        Melody later = melody.withStartStep(50);
        assertThat(later.withLengthFromLeft(melody.length() + more).withLengthFromLeft(melody.length()))
                .isEqualTo(later);
    }
}
