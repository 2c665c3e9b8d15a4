package io.github.musicgen.api.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.format.MalformedModelException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteCursorTest {
    @Test
    void numbers_areLittleEndian() throws Exception {
        ByteCursor cursor = cursor("ff 01000080 0100000000000080");
        assertThat(cursor.octet()).isEqualTo(255);
        assertThat(cursor.int32()).isEqualTo(0x8000_0001);
        assertThat(cursor.int64()).isEqualTo(0x8000_0000_0000_0001L);
        assertThat(cursor.left()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "00, 0",
        "7f, 127",
        "8001, 128",
        "ffffffffffffffffff01, -1",
        "80808080808080808001, -9223372036854775808"
    })
    void varint_hasSevenBitsAByte(String hex, long value) throws Exception {
        assertThat(cursor(hex).varint()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "ffffffffffffffffff02", "8080808080808080808001"})
    void varint_cutShortOrTooLong_isRefused(String hex) {
        assertThatThrownBy(() -> cursor(hex).varint()).isInstanceOf(MalformedModelException.class);
    }

    @Test
    void take_moreThanRemains_saysHowMuch() {
        assertThatThrownBy(() -> cursor("0000").take(-1, "a block"))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage("test, byte 0: expected a block of 18446744073709551615 bytes, but found 2 bytes");
    }

    private static ByteCursor cursor(String hex) {
        return new ByteCursor(Bytes.of("test", HexFormat.of().parseHex(hex.replace(" ", ""))));
    }
}
