package io.github.musicgen.representation.pianoroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.sequence.QuantizedNote;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RollTest {
    private static final PitchRange TWO = new PitchRange(60, 61);

    @Provide
    Arbitrary<List<QuantizedNote>> notes() {
        return QuantizedNotes.any(0, 127);
    }

    @Property
    void bitsAndTheirFloatsAreTheSameRollThroughEveryOperation(@ForAll("notes") List<QuantizedNote> notes) {
        BitRoll bits = BitRoll.frames(notes, 64, PitchRange.ALL);
        FloatRoll floats = FloatRoll.wrap(bits.toArray(), PitchRange.ALL);
        assertThat(floats.above(0)).isEqualTo(bits);
        assertThat(floats.transposed(5).above(0)).isEqualTo(bits.transposed(5));
        assertThat(floats.within(PitchRange.PIANO).above(0)).isEqualTo(bits.within(PitchRange.PIANO));
        assertThat(floats.resized(70).window(10, 70).above(0))
                .isEqualTo(bits.resized(70).window(10, 70));
    }

    @Property
    void aStepOfBitsNamesThePitchesThatSound(@ForAll("notes") List<QuantizedNote> notes) {
        BitRoll bits = BitRoll.frames(notes, 16, PitchRange.PIANO);
        for (int step = 0; step < 16; step++) {
            int at = step;
            int[] sounding = notes.stream()
                    .filter(note -> note.startStep() <= at && at < note.endStep())
                    .mapToInt(QuantizedNote::pitch)
                    .filter(PitchRange.PIANO::contains)
                    .sorted()
                    .distinct()
                    .toArray();
            assertThat(bits.pitchesAt(step).toArray()).containsExactly(sounding);
        }
    }

    @Test
    void window_ofAWrappedArray_sharesIt() {
        float[] values = {1, 2, 3, 4, 5, 6};
        FloatRoll window = FloatRoll.wrap(values, TWO).window(1, 3);
        values[2] = 9;
        assertThat(window.value(0, 60)).isEqualTo(9);
        assertThat(window.toArray()).containsExactly(9, 4, 5, 6);
    }

    @Test
    void wrap_aDirectBuffer_readsAndGivesItsMemoryWithoutCopying() {
        FloatBuffer direct =
                ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder()).asFloatBuffer();
        FloatRoll roll = FloatRoll.wrap(direct, TWO);
        direct.put(3, 0.5f);
        assertThat(roll.value(1, 61)).isEqualTo(0.5f);
        assertThat(roll.values().isDirect()).isTrue();
        assertThat(roll.window(1, 2).values().get(1)).isEqualTo(0.5f);
    }

    @Test
    void values_ofARoll_cannotBeWritten() {
        FloatRoll roll = FloatRoll.velocities(List.of(), 2, TWO);
        assertThatExceptionOfType(ReadOnlyBufferException.class)
                .isThrownBy(() -> roll.values().put(0, 1));
    }

    @Test
    void words_ofAWindow_areOneLongOfSixtyFourPitchesEach() {
        QuantizedNote high = new QuantizedNote(127, 1, 1, 2);
        QuantizedNote low = new QuantizedNote(1, 1, 2, 3);
        LongBuffer words = BitRoll.frames(List.of(high, low), 4, PitchRange.ALL)
                .window(1, 3)
                .words();
        assertThat(words.remaining()).isEqualTo(4);
        assertThat(new long[] {words.get(), words.get(), words.get(), words.get()})
                .containsExactly(0, Long.MIN_VALUE, 2, 0);
    }

    @Test
    void stack_rolls_putsOneAfterTheOtherStepByStep() {
        FloatRoll first = FloatRoll.wrap(new float[] {1, 2, 3, 4}, TWO);
        FloatRoll second = FloatRoll.wrap(new float[] {5, 6, 7, 8}, TWO);
        assertThat(Roll.stack(List.of(first, second))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Roll.stack(List.of())).isEmpty();
    }

    @Test
    void stack_differentShapes_areRefused() {
        FloatRoll one = FloatRoll.velocities(List.of(), 1, TWO);
        assertThatIllegalArgumentException().isThrownBy(() -> Roll.stack(List.of(one, one.resized(2))));
    }

    @Test
    void wrap_noWholeNumberOfSteps_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FloatRoll.wrap(new float[5], TWO))
                .withMessage("a roll of 2 pitches must have a multiple of so many values, but had 5");
    }

    @Test
    void value_outsideTheRoll_isRefusedWithItsBounds() {
        FloatRoll floats = FloatRoll.velocities(List.of(), 3, TWO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> floats.value(3, 60))
                .withMessage("step must be 0..2, the last of the roll, but was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> floats.above(0).get(0, 62))
                .withMessage("pitch must be 60..61, but was 62");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> floats.window(2, 4))
                .withMessage("a window must lie within steps 0..3, but was 2..4");
    }

    @Test
    void transposed_asFarAsAnIntReaches_isSilence() {
        float[] ones = {1, 1, 1, 1};
        FloatRoll roll = FloatRoll.wrap(ones, TWO);
        for (int semitones : new int[] {Integer.MIN_VALUE, -2, 2, Integer.MAX_VALUE}) {
            assertThat(roll.transposed(semitones).toArray()).containsOnly(0);
            assertThat(roll.above(0).transposed(semitones).count()).isZero();
        }
    }

    @Test
    void join_ofMoreStepsThanARollMayHave_isRefused() {
        BitRoll longest = BitRoll.frames(List.of(), Roll.MAX_STEPS, new PitchRange(60, 60));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BitRoll.join(List.of(longest, longest)))
                .withMessageContaining("2097152");
    }

    @Test
    void pitchRange_downwards_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PitchRange(61, 60))
                .withMessage("the highest pitch of a range must not lie below its lowest, 61, but was 60");
        assertThatIllegalArgumentException().isThrownBy(() -> new PitchRange(-1, 60));
        assertThatIllegalArgumentException().isThrownBy(() -> new PitchRange(0, 128));
    }
}
