package io.github.musicgen.api.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.Corruption;
import io.github.musicgen.api.format.MalformedModelException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTest {
    private static final MessageWriter ALL_KINDS = new MessageWriter()
            .varint(1, -1)
            .fixed64(2, Long.MIN_VALUE)
            .text(3, "näme")
            .fixed32(4, 0x8000_0001)
            .message(500, new MessageWriter().varint(1, 7));

    @Test
    void fields_areFoundByNumber() throws Exception {
        Message message = message(ALL_KINDS);
        assertThat(message.varint(1)).isEqualTo(-1);
        assertThat(message.text(3)).isEqualTo("näme");
        assertThat(message.fixed32(4)).isEqualTo(0x8000_0001);
        assertThat(message.message(500).varint(1)).isEqualTo(7);
    }

    @Test
    void fields_thatAreMissing_areZeroOrEmpty() throws Exception {
        Message message = message(ALL_KINDS);
        assertThat(message.varint(9)).isZero();
        assertThat(message.fixed32(9)).isZero();
        assertThat(message.text(9)).isEmpty();
        assertThat(message.optional(9)).isEmpty();
        assertThat(message.message(9).varint(1)).isZero();
    }

    @Test
    void fields_thatStandTwice_countOnceFromBehind() throws Exception {
        assertThat(message(new MessageWriter().varint(1, 5).varint(1, 6)).varint(1))
                .isEqualTo(6);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "field 0, 00 01, the number of a field",
        "a tag of 33 bits, 8080808010 01, the number of a field",
        "wire type 3, 0b 0c, wire type 3",
        "wire type 7, 0f 00, wire type 7",
        "a length of 64 bits, 0a ffffffffffffffffff01 00, 18446744073709551615 bytes",
        "a length of two billion, 0a ffffffff07 00, 2147483647 bytes",
        "four bytes that are three, 0d 000000, 3 bytes",
        "eight bytes that are seven, 09 00000000000000, 7 bytes",
        "a number that does not end, 08 ff, the end",
        "a tag without a value, 08, the end",
        "bytes in place of a number, 0a 00, wire type 2"
    })
    void varint_malformed_isRefused(String fault, String hex, String words) {
        Bytes bytes = Bytes.of("test", HexFormat.of().parseHex(hex.replace(" ", "")));
        assertThatThrownBy(() -> new Message(bytes).varint(1))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageContaining(words);
    }

    @Test
    void read_damaged_isRefusedOrRead() {
        Corruption.assertSurvivesEveryFlip(ALL_KINDS.toBytes(), bytes -> {
            Message message = new Message(Bytes.of("test", bytes));
            return message.varint(1)
                    + message.text(3)
                    + message.fixed32(4)
                    + message.message(500).varint(1);
        });
    }

    private static Message message(MessageWriter writer) {
        return new Message(Bytes.of("test", writer.toBytes()));
    }
}
