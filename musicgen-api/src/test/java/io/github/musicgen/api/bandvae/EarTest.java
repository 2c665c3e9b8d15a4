package io.github.musicgen.api.bandvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.musicgen.api.random.SeededRandom;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EarTest {
    private static final BandVaeConfiguration BAND =
            BandVaeConfiguration.band().withInstruments(List.of(piano(), drums()));

    private static BandInstrument piano() {
        return new BandInstrument("piano", 0, false, 36, 48, List.of(new PatchSize(3, 32, 48)));
    }

    private static BandInstrument guitar() {
        return new BandInstrument("guitar", 24, false, 36, 48, List.of(new PatchSize(3, 32, 48)));
    }

    private static BandInstrument drums() {
        return new BandInstrument("drums", 0, true, BandInstrument.DRUM_CLASSES, 9, List.of(new PatchSize(3, 32, 9)));
    }

    private static float[] numbers(int count, long seed) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static Ear pitches(float... numbers) {
        return new Ear(new EarTies(piano(), 0), numbers);
    }

    /** Of drums that hear the piano. */
    private static Ear beats(float... numbers) {
        return new Ear(new EarTies(drums(), 1), numbers);
    }

    private static BandCells notes(long seed, int semitones) {
        SeededRandom random = SeededRandom.ofSeed(seed);
        byte[] states = new byte[32 * 48];
        for (int i = 0; i < 60; i++) {
            int column = 12 + random.nextInt(24);
            states[random.nextInt(32) * 48 + column + semitones] = (byte) (1 + random.nextInt(2));
        }
        return BandCells.of(states);
    }

    private static float[][] heard(Ear ear, int columns, BandCells others) {
        float[][] scores = new float[32 * columns][3];
        ear.listen(HeardSteps.of(BAND, List.of(others)), scores);
        return scores;
    }

    /** What was learned in one key holds in all. */
    @Property(tries = 50)
    void whatIsHeard_movesWithTheMusic(@ForAll long seed, @ForAll @IntRange(min = -12, max = 12) int semitones) {
        Ear ear = pitches(numbers(39, seed));
        float[][] plain = heard(ear, 48, notes(seed, 0));
        float[][] moved = heard(ear, 48, notes(seed, semitones));
        for (int step = 0; step < 32; step++) {
            for (int column = Math.max(0, -semitones); column < Math.min(48, 48 - semitones); column++) {
                assertThat(moved[step * 48 + column + semitones][0])
                        .isCloseTo(plain[step * 48 + column][0], within(1e-5f));
                assertThat(moved[step * 48 + column + semitones][1])
                        .isCloseTo(plain[step * 48 + column][1], within(1e-5f));
            }
        }
    }

    @Property(tries = 20)
    void silence_changesNothing(@ForAll long seed) {
        BandCells silence = BandCells.silence(32 * 48);
        for (float[] cell : heard(pitches(numbers(39, seed)), 48, silence)) {
            assertThat(cell).containsOnly(0);
        }
        for (float[] cell : heard(beats(numbers(36, seed)), 9, silence)) {
            assertThat(cell).containsOnly(0);
        }
    }

    /** A C that starts at step 3 and lasts two steps; all sums by hand. */
    @Test
    void aNote_addsByIntervalAndRhythm() {
        byte[] states = new byte[32 * 48];
        states[3 * 48] = BandCells.STRUCK;
        states[4 * 48] = BandCells.HELD;
        float[] numbers = new float[39];
        numbers[7] = 1; // a fifth above what sounds
        numbers[12 + 7] = 10; // and above what starts
        numbers[24 + 4] = 0.5f; // a third starts
        numbers[36] = 100;
        numbers[37] = 3;
        numbers[38] = 4;
        float[][] scores = heard(pitches(numbers), 48, BandCells.of(states));
        assertThat(scores[3 * 48 + 7]).containsExactly(111, 7, 0);
        assertThat(scores[3 * 48 + 19]).containsExactly(111, 7, 0);
        assertThat(scores[3 * 48 + 4]).containsExactly(100, 7.5f, 0);
        assertThat(scores[4 * 48 + 7]).containsExactly(1, 4, 0);
        assertThat(scores[4 * 48]).containsExactly(0, 4, 0);
        assertThat(scores[5 * 48 + 7]).containsExactly(0, 0, 0);
    }

    /** A C that starts at step 3 and lasts two steps, played by the first of two whom drums hear, and then by the second. */
    @Test
    void drums_hearWhoPlays() {
        byte[] states = new byte[32 * 48];
        states[3 * 48] = BandCells.STRUCK;
        states[4 * 48] = BandCells.HELD;
        float[] numbers = new float[54];
        numbers[2] = 5; // anybody starts
        numbers[9 + 2] = 0.25f; // anybody sounds
        numbers[18 + 2] = 70; // the first starts
        numbers[27 + 2] = 0.5f; // the first sounds
        numbers[36 + 2] = 600; // the second starts
        numbers[45 + 2] = 0.125f; // the second sounds
        BandVaeConfiguration three = BAND.withInstruments(List.of(piano(), guitar(), drums()));
        Ear ear = new Ear(new EarTies(drums(), 2), numbers);
        BandCells note = BandCells.of(states);
        BandCells silence = BandCells.silence(32 * 48);
        float[][] first = new float[32 * 9][1];
        ear.listen(HeardSteps.of(three, List.of(note, silence)), first);
        assertThat(first[3 * 9 + 2]).containsExactly(75.75f);
        assertThat(first[4 * 9 + 2]).containsExactly(0.75f);
        assertThat(first[3 * 9 + 1]).containsExactly(0);
        assertThat(first[5 * 9 + 2]).containsExactly(0);
        float[][] second = new float[32 * 9][1];
        ear.listen(HeardSteps.of(three, List.of(silence, note)), second);
        assertThat(second[3 * 9 + 2]).containsExactly(605.375f);
        assertThat(second[4 * 9 + 2]).containsExactly(0.375f);
    }

    @Test
    void drums_areHeardAsRhythmAlone() {
        byte[] states = new byte[32 * 9];
        states[9] = BandCells.STRUCK;
        HeardSteps heard = HeardSteps.of(BAND, List.of(BandCells.silence(32 * 48), BandCells.of(states)));
        assertThat(heard.starts(1)).isTrue();
        assertThat(heard.sounds(1)).isTrue();
        assertThat(heard.sounds(0)).isFalse();
        assertThat(heard.startsFrom(1, 1)).isTrue();
        assertThat(heard.soundsFrom(1, 0)).isFalse();
        for (int pitchClass = 0; pitchClass < HeardSteps.PITCH_CLASSES; pitchClass++) {
            assertThat(heard.sounds(1, pitchClass)).isFalse();
            assertThat(heard.starts(1, pitchClass)).isFalse();
        }
    }

    @Test
    void wrongCounts_areRefused() {
        assertThatThrownBy(() -> pitches(new float[38]))
                .hasMessage("the ear of the piano must have 39 numbers, but had 38");
        assertThatThrownBy(() -> beats(1)).hasMessage("the ear of the drums must have 36 numbers, but had 1");
    }
}
