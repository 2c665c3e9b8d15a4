package io.github.musicgen.api.leveldb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.bytes.Corruption;
import io.github.musicgen.api.format.MalformedModelException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnappyTest {
    /** Twelve names of variables, compressed by snappy-java 1.1.10.7, which is Google's own code. */
    private static final String TWELVE_NAMES =
            "ce0448726e6e2f6d756c74695f726e6e5f63656c6c2f0105305f302f62617369635f6c73746d"
                    + "09171c6b65726e656c3b725a31000031be31000032be31000033be31000034be31000035be31000036be31000037be31000038be3100"
                    + "0039be31000031c6eb0162ec01";

    @Test
    void decompress_whatTheOriginalCompressed_givesTheInput() throws Exception {
        String names = IntStream.range(0, 12)
                .mapToObj(i -> "rnn/multi_rnn_cell/cell_" + i + "/basic_lstm_cell/kernel;")
                .collect(Collectors.joining());
        assertThat(decompress(TWELVE_NAMES)).asString(StandardCharsets.UTF_8).isEqualTo(names);
    }

    @Property(tries = 200)
    void decompress_undoesCompress(@ForAll @Size(max = 3000) @ByteRange(min = 0, max = 3) byte[] input)
            throws Exception {
        byte[] compressed = SnappyWriter.compress(input);
        assertThat(Snappy.decompress(Bytes.of("test", compressed)).toArray()).isEqualTo(input);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a literal with one byte of length, 03 f0 02 616263, 616263",
        "a literal with four bytes of length, 03 fc 02000000 616263, 616263",
        "a copy with two bytes of distance that reaches into itself, 07 08 616263 0e 0300, 61626361626361",
        "a copy with four bytes of distance, 06 08 616263 0b 03000000, 616263616263",
        "a copy with one byte of distance, 08 08 616263 05 02, 6162636263626362"
    })
    void decompress_everyFormOfElement(String name, String compressed, String expected) throws Exception {
        // The last case's literal ends at c: a copy of five from two back gives b c b c b.
        assertThat(HexFormat.of().formatHex(decompress(compressed))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a size that the bytes cannot give, ffffff7f 00 61",
        "a size of 64 bits, ffffffffffffffffff01 00 61",
        "a literal beyond the size, 01 04 6162",
        "a literal beyond the input, 05 10 6162",
        "a literal of four billion bytes, 05 fc ffffffff 61",
        "a copy from before the beginning, 05 00 61 0e 0200",
        "a copy from where it begins, 05 00 61 0e 0000",
        "a copy from two billion bytes back, 05 00 61 0f ffffff7f",
        "a copy beyond the size, 04 00 61 0e 0100",
        "fewer bytes than the size, 05 00 61",
        "a length that is cut short, 05 f4 00",
        "nothing, ''"
    })
    void decompress_malformed_isRefused(String fault, String compressed) {
        assertThatThrownBy(() -> decompress(compressed)).isInstanceOf(MalformedModelException.class);
    }

    @Test
    void decompress_damaged_isRefusedOrGivesBytes() {
        byte[] compressed = HexFormat.of().parseHex(TWELVE_NAMES);
        Corruption.assertRefusesEveryPrefix(compressed, file -> Snappy.decompress(Bytes.of("test", file)));
        Corruption.assertSurvivesEveryFlip(compressed, file -> Snappy.decompress(Bytes.of("test", file)));
    }

    private static byte[] decompress(String hex) throws MalformedModelException {
        return Snappy.decompress(Bytes.of("test", HexFormat.of().parseHex(hex.replace(" ", ""))))
                .toArray();
    }
}
