package io.github.musicgen.representation.harmony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.representation.sequence.NoteSequence;
import io.github.musicgen.representation.sequence.Part;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFinderTest {
    private static final double[] MAJOR = {6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88};

    private static NoteSequence melody(String pitches) {
        Part.Builder part = Part.builder("x");
        long tick = 0;
        for (String pitch : pitches.split(" ", -1)) {
            part.note(Integer.parseInt(pitch), 80, tick, tick + 4);
            tick += 4;
        }
        return NoteSequence.builder(4).part(part.build()).build();
    }

    @ParameterizedTest
    @CsvSource({
        "60 64 67 65 62 67 60 60, C major",
        "62 66 69 67 64 69 62 62, D major",
        "57 60 64 62 59 64 56 57 57, A minor",
        "70 74 77 75 72 77 70 70, A# major",
    })
    void find_knowsTheKeyOfATune(String pitches, String key) {
        assertThat(KeyFinder.find(melody(pitches))).contains(Scale.parse(key));
    }

    @Test
    void find_countsHowLongNotesAre_andNoDrums() {
        NoteSequence music = NoteSequence.builder(4)
                .part(Part.builder("x")
                        .note(62, 80, 0, 40)
                        .note(66, 80, 40, 60)
                        .note(61, 80, 60, 61)
                        .build())
                .part(Part.builder("drums").drums(true).note(36, 80, 0, 400).build())
                .build();
        assertThat(KeyFinder.find(music)).contains(Scale.parse("D major"));
    }

    @Test
    void find_whereNoKeyIsBetter_isEmpty() {
        assertThat(KeyFinder.find(NoteSequence.builder(4).build())).isEmpty();
        for (double each : new double[] {0.1, 3, 7, 100}) { // of which some do not add up exactly
            double[] heard = new double[12];
            Arrays.fill(heard, each);
            assertThat(KeyFinder.find(heard)).isEmpty();
        }
    }

    @Test
    void whatIsNoTwelvePitchClasses_isRefused() {
        assertThatThrownBy(() -> KeyFinder.find(1, 2, 3)).hasMessage("there must be 12 pitch classes, but were 3");
        assertThatThrownBy(() -> KeyFinder.find(1, -2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .hasMessage("how much a pitch class is heard must be 0 or more and finite, but was -2.0");
        assertThatThrownBy(() -> KeyFinder.find(Double.NaN, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .hasMessageContaining("but was NaN");
        assertThatThrownBy(() -> KeyProfile.MAJOR.fit(12, new double[12])).hasMessageContaining("but was 12");
    }

    @Property(tries = 200)
    void fit_isTheCorrelation(
            @ForAll @Size(12) List<@DoubleRange(max = 100) Double> given, @ForAll @IntRange(max = 11) int tonic) {
        double expected = new PearsonsCorrelation().correlation(turned(given, tonic), MAJOR);
        assertThat(KeyProfile.MAJOR.fit(tonic, turned(given, 0)))
                .isCloseTo(Double.isNaN(expected) ? 0 : expected, within(1e-6));
    }

    /** But for keys that fit equally well, of which one is taken by its name. */
    @Property(tries = 200)
    void find_movesWithTheMusic(
            @ForAll @Size(12) List<@DoubleRange(max = 100) Double> given, @ForAll @IntRange(max = 11) int semitones) {
        double[] heard = turned(given, 0);
        double[] moved = turned(given, 12 - semitones);
        KeyFinder.find(heard).ifPresent(key -> {
            Scale found = KeyFinder.find(moved).orElseThrow();
            double fit = fit(key, heard);
            assertThat(fit(found, moved)).isCloseTo(fit, within(1e-9));
        });
    }

    /** From one of the pitch classes on. */
    private static double[] turned(List<Double> given, int first) {
        return IntStream.range(0, 12)
                .mapToDouble(i -> given.get((first + i) % 12))
                .toArray();
    }

    private static double fit(Scale key, double... heard) {
        KeyProfile profile = key.kind() == ScaleKind.MAJOR ? KeyProfile.MAJOR : KeyProfile.MINOR;
        return profile.fit(key.tonic(), heard);
    }
}
