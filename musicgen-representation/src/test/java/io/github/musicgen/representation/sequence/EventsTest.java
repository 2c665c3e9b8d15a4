package io.github.musicgen.representation.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.representation.sequence.KeySignature.Mode;
import io.github.musicgen.representation.time.TickEvent;
import io.github.musicgen.representation.time.Ticks;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventsTest {
    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void controlChange_outOfBounds_isRefused() {
        refused(() -> new ControlChange(0, 128, 0), "controller must be 0..127, but was 128");
        refused(() -> new ControlChange(0, 0, -1), "control value must be 0..127, but was -1");
        refused(() -> new ControlChange(-1, 0, 0), "control change tick must be 0..274877906944 ticks, but was -1");
    }

    @Test
    void pitchBend_outOfBounds_isRefused() {
        refused(() -> new PitchBend(0, -8193), "pitch bend must be -8192..8191, but was -8193");
        refused(() -> new PitchBend(0, 8192), "pitch bend must be -8192..8191, but was 8192");
        refused(() -> new PitchBend(-1, 0), "pitch bend tick must be 0..274877906944 ticks, but was -1");
    }

    @Test
    void keySignature_outOfBounds_isRefused() {
        refused(() -> new KeySignature(0, 8, Mode.MAJOR), "fifths of a key signature must be -7..7, but was 8");
        refused(() -> new KeySignature(0, -8, Mode.MAJOR), "fifths of a key signature must be -7..7, but was -8");
        refused(
                () -> new KeySignature(Ticks.MAX + 1, 0, Mode.MAJOR),
                "key signature tick must be 0..274877906944 ticks, but was 274877906945");
    }

    @Test
    void textEvents_outOfBounds_areRefused() {
        refused(() -> new Lyric(-1, "la"), "lyric tick must be 0..274877906944 ticks, but was -1");
        refused(() -> new ChordSymbol(-1, "C"), "chord symbol tick must be 0..274877906944 ticks, but was -1");
        refused(() -> new Marker(-1, "A"), "marker tick must be 0..274877906944 ticks, but was -1");
    }

    @ParameterizedTest
    @CsvSource({
        "0,MAJOR,0",
        "0,MINOR,9",
        "1,MAJOR,7",
        "-1,MAJOR,5",
        "-3,MINOR,0",
        "6,MAJOR,6",
        "-6,MAJOR,6",
        "7,MINOR,10",
        "-7,MAJOR,11"
    })
    void tonic_isThePitchClassOfTheKey(int fifths, Mode mode, int tonic) {
        assertThat(new KeySignature(0, fifths, mode).tonic()).isEqualTo(tonic);
    }

    @Test
    void withTick_movesNothingElse() {
        List<TickEvent<?>> events = List.of(
                new ControlChange(3, 64, 127),
                new PitchBend(3, -5),
                new KeySignature(3, -2, Mode.MINOR),
                new Lyric(3, "la"),
                new ChordSymbol(3, "Am"),
                new Marker(3, "A"));
        List<TickEvent<?>> moved = List.of(
                new ControlChange(9, 64, 127),
                new PitchBend(9, -5),
                new KeySignature(9, -2, Mode.MINOR),
                new Lyric(9, "la"),
                new ChordSymbol(9, "Am"),
                new Marker(9, "A"));
        assertThat(events).<TickEvent<?>>map(event -> event.withTick(9)).isEqualTo(moved);
    }
}
