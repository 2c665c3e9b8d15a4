package io.github.musicgen.midi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.midi.Division.FrameRate;
import io.github.musicgen.midi.MetaContent.ChannelPrefix;
import io.github.musicgen.midi.MetaContent.KeyChange;
import io.github.musicgen.midi.MetaContent.MeterChange;
import io.github.musicgen.midi.MetaContent.Opaque;
import io.github.musicgen.midi.MetaContent.Port;
import io.github.musicgen.midi.MetaContent.SequenceNumber;
import io.github.musicgen.midi.MetaContent.SequencerSpecific;
import io.github.musicgen.midi.MetaContent.SmpteOffset;
import io.github.musicgen.midi.MetaContent.TempoChange;
import io.github.musicgen.midi.MetaContent.Text;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MetaContentTest {

    static Stream<Arguments> contents() {
        return Stream.of(
                Arguments.of(0x00, "0102", new SequenceNumber(258)),
                Arguments.of(0x01, "c3a9", new Text(TextKind.TEXT, "é")),
                Arguments.of(0x20, "0f", new ChannelPrefix(15)),
                Arguments.of(0x21, "ff", new Port(255)),
                Arguments.of(0x51, "07a120", new TempoChange(500_000)),
                Arguments.of(0x51, "ffffff", new TempoChange(16_777_215)),
                Arguments.of(0x54, "0001020304", new SmpteOffset(FrameRate.FILM, 0, 1, 2, 3, 4)),
                Arguments.of(0x54, "570b0c0d63", new SmpteOffset(FrameRate.NTSC, 23, 11, 12, 13, 99)),
                Arguments.of(0x58, "06032408", new MeterChange(6, 3, 36, 8)),
                Arguments.of(0x59, "f901", new KeyChange(-7, true)),
                Arguments.of(0x59, "0700", new KeyChange(7, false)),
                Arguments.of(0x7F, "43", new SequencerSpecific(Payload.of((byte) 0x43))),
                Arguments.of(0x60, "01", new Opaque(0x60, Payload.of((byte) 1))));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void content_ofBytes_isWhatTheyMeanAndBack(int type, String hex, MetaContent content) {
        MetaEvent event = new MetaEvent(5, type, Payload.of(Smf.bytes(hex)));

        assertThat(event.content()).isEqualTo(content);
        assertThat(MetaEvent.of(5, content)).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource({
        "0x51, 07a1",
        "0x51, 000000",
        "0x58, 040218",
        "0x58, 00021808",
        "0x59, 0800",
        "0x59, 0002",
        "0x59, 01",
        "0x20, 10",
        "0x54, 1800000000",
        "0x54, 0000001e00",
        "0x54, 8000000000",
        "0x54, 00000000"
    })
    void content_thatMakesNoSense_isOpaque(String type, String hex) {
        Payload payload = Payload.of(Smf.bytes(hex));
        int number = Integer.decode(type);

        assertThat(new MetaEvent(0, number, payload).content()).isEqualTo(new Opaque(number, payload));
    }

    @Test
    void content_withMoreBytesThanNeeded_ignoresTheRest() {
        assertThat(new MetaEvent(0, 0x51, Payload.of(Smf.bytes("07a12099"))).content())
                .isEqualTo(new TempoChange(500_000));
    }

    @ParameterizedTest
    @EnumSource(TextKind.class)
    void content_ofEveryTextType_isItsKind(TextKind kind) {
        MetaEvent event = MetaEvent.text(0, kind, kind.name().toLowerCase(Locale.ROOT));

        assertThat(event.type()).isEqualTo(kind.type()).isBetween(1, 15);
        assertThat(event.content()).isEqualTo(new Text(kind, kind.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void text_thatIsNotUtf8_isReadAsLatin1AndKeepsItsBytes() {
        Payload latin = Payload.of(Smf.bytes("4ce96f"));

        assertThat(latin.text()).isEqualTo("L\u00e9o");
        assertThat(latin.toArray()).isEqualTo(Smf.bytes("4ce96f"));
        assertThat(latin).hasToString("4c e9 6f");
    }

    @Test
    void payload_madeOfAnArray_doesNotFollowIt() {
        byte[] bytes = {1, 2};
        Payload payload = Payload.of(bytes);
        bytes[0] = 9;
        payload.toArray()[1] = 9;

        assertThat(payload).isEqualTo(Payload.of((byte) 1, (byte) 2)).hasSameHashCodeAs(Payload.of((byte) 1, (byte) 2));
        assertThat(payload.get(0)).isEqualTo(1);
    }
}
