package io.github.musicgen.representation.sequence;

import static io.github.musicgen.representation.sequence.Seconds.note;
import static io.github.musicgen.representation.sequence.Seconds.part;
import static io.github.musicgen.representation.sequence.Seconds.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.time.Ticks;
import io.github.musicgen.representation.time.TimeSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes are those that note-seq's tests expect of the same sequences. */
class RepeatTest {
    private static final NoteSequence SAMPLE = Seconds.music(part(note(60, 100, 0.0, 1.0), note(72, 100, 0.5, 1.5)));

    @Test
    void until_aMultipleOfTheLength_isThatManyTimes() {
        NoteSequence twice = SAMPLE.repeatUntil(tick(3));
        assertThat(twice.parts())
                .containsExactly(part(
                        note(60, 100, 0.0, 1.0),
                        note(72, 100, 0.5, 1.5),
                        note(60, 100, 1.5, 2.5),
                        note(72, 100, 2.0, 3.0)));
        assertThat(twice.endTick()).isEqualTo(tick(3));
        assertThat(SAMPLE.repeat(2)).isEqualTo(twice);
    }

    @Test
    void until_aTickWithin_cutsTheLastTime() {
        NoteSequence withRest = SAMPLE.toBuilder().endTick(tick(2)).build();
        NoteSequence repeated = withRest.repeatUntil(tick(3));
        assertThat(repeated.parts())
                .containsExactly(part(
                        note(60, 100, 0.0, 1.0),
                        note(72, 100, 0.5, 1.5),
                        note(60, 100, 2.0, 3.0),
                        note(72, 100, 2.5, 3.0)));
        assertThat(repeated.endTick()).isEqualTo(tick(3));
    }

    /** The music lasts a bar and a half of 3/4, so its second time begins a bar that cuts one short. */
    @Test
    void everyTime_beginsABar() {
        NoteSequence waltz =
                SAMPLE.toBuilder().timeSignature(0, 3, 4).endTick(tick(4.5)).build();
        assertThat(waltz.repeat(3).meterMap().timeSignatures())
                .extracting(TimeSignature::tick)
                .containsExactly(0L, tick(4.5), tick(9));
    }

    @Test
    void until_aTickInTheFirstTime_isATrim() {
        assertThat(SAMPLE.repeatUntil(tick(0.7))).isEqualTo(SAMPLE.trim(0, tick(0.7)));
        assertThat(SAMPLE.repeatUntil(0)).isEqualTo(SAMPLE.trim(0, 0));
    }

    @Test
    void once_isTheSame() {
        assertThat(SAMPLE.repeat(1)).isEqualTo(SAMPLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void lessThanOnce_isRefused(int times) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SAMPLE.repeat(times))
                .withMessage("times to repeat must be 1 or more, but were " + times);
    }

    @Test
    void tooOften_isRefusedBeforeItIsMade() {
        String bound = "music of 5 notes and other events must be repeated 1..2796202 times, but was to be ";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SAMPLE.repeat(2_796_203))
                .withMessage(bound + "2796203 times");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SAMPLE.repeatUntil(Ticks.MAX))
                .withMessage(bound + "183251938 times");
    }

    @Test
    void until_withoutALength_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NoteSequence.builder(96).build().repeatUntil(1))
                .withMessage("music to repeat until a tick must last 1 tick or more, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SAMPLE.repeatUntil(-1))
                .withMessage("end of the repeated music must be 0..274877906944 ticks, but was -1");
    }
}
