package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.musicgen.midi.ChannelEvent.NoteOff;
import io.github.musicgen.midi.ChannelEvent.NoteOn;
import io.github.musicgen.midi.ChannelEvent.PitchBend;
import io.github.musicgen.midi.Division.TicksPerQuarter;
import io.github.musicgen.midi.Division.TimeCode;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MidiEventTest {

    private static Arguments refused(Supplier<?> maker, String message) {
        return Arguments.of(maker, message);
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                refused(() -> new NoteOn(-1, 0, 60, 64), "tick must be 0..274877906944, but was -1"),
                refused(
                        () -> new NoteOn(MidiEvent.MAX_TICK + 1, 0, 60, 64),
                        "tick must be 0..274877906944, but was 274877906945"),
                refused(() -> new NoteOn(0, 16, 60, 64), "channel must be 0..15, but was 16"),
                refused(() -> new NoteOn(0, -1, 60, 64), "channel must be 0..15, but was -1"),
                refused(() -> new NoteOff(0, 0, 128, 64), "first value must be 0..127, but was 128"),
                refused(() -> new NoteOff(0, 0, 60, -1), "second value must be 0..127, but was -1"),
                refused(() -> new PitchBend(0, 0, 8192), "pitch bend must be -8192..8191, but was 8192"),
                refused(() -> new MetaEvent(0, 128, Payload.EMPTY), "meta event type must be 0..127, but was 128"),
                refused(
                        () -> new MetaEvent(0, 47, Payload.EMPTY),
                        "meta event type must not be 47: the track knows where it ends"),
                refused(() -> new TicksPerQuarter(0), "ticks per quarter must be 1..32767, but was 0"),
                refused(() -> new TimeCode(Division.FrameRate.PAL, 256), "ticks per frame must be 1..255, but was 256"),
                refused(() -> new AlienChunk(0, 0x4D54726B, Payload.EMPTY), "a chunk named MTrk is not an alien one"),
                refused(
                        () -> MidiTrack.of(List.of(new NoteOn(9, 0, 60, 64), new NoteOn(8, 0, 60, 64))),
                        "event 1 must come 0..268435455 ticks after tick 9, but is at tick 8"),
                refused(
                        () -> MidiTrack.of(List.of(), 268_435_456),
                        "end of track must come 0..268435455 ticks after tick 0, but is at tick 268435456"));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void constructor_badValue_namesValueAndBound(Supplier<?> maker, String message) {
        assertThatIllegalArgumentException().isThrownBy(maker::get).withMessage(message);
    }

    @Test
    void name_track_isItsFirstTrackName() {
        MidiTrack track = MidiTrack.of(List.of(
                MetaEvent.text(0, TextKind.TEXT, "text"),
                MetaEvent.text(0, TextKind.TRACK_NAME, "Flute"),
                MetaEvent.text(1, TextKind.TRACK_NAME, "Oboe")));

        assertThat(track.name()).contains("Flute");
        assertThat(MidiTrack.of(List.of()).name()).isEmpty();
    }
}
