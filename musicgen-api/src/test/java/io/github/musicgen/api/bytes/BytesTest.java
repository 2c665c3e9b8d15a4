package io.github.musicgen.api.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.api.format.MalformedModelException;
import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {
    private static final Bytes TEN = Bytes.of("ten", new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});

    @Test
    void slice_ofASlice_countsFromTheSliceAndTellsPlacesInTheFile() throws Exception {
        Bytes slice = TEN.slice(2, 6, "outer").slice(1, 3, "inner");
        assertThat(slice.toArray()).containsExactly(3, 4, 5);
        assertThat(slice.named("part").malformed(1, "this", "that"))
                .hasMessage("ten, part, byte 4: expected this, but found that");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 11",
        "11, 0",
        "10, 1",
        "-1, 1",
        "1, -1",
        "9223372036854775807, 1",
        "1, 9223372036854775807",
        "-1, -1"
    })
    void slice_beyondTheBytes_isRefused(long from, long length) {
        assertThatThrownBy(() -> TEN.slice(from, length, "a part"))
                .isInstanceOf(MalformedModelException.class)
                .hasMessageStartingWith("ten, byte 0: expected a part within 10 bytes, but found "
                        + Long.toUnsignedString(length) + " bytes from " + Long.toUnsignedString(from));
    }

    @Test
    void floats_areLittleEndian() {
        assertThat(Bytes.of("one", new byte[] {0, 0, (byte) 0x80, 0x3F}).floats())
                .containsExactly(1f);
    }

    @Test
    void text_notInUtf8_isRefused() {
        assertThatThrownBy(() -> Bytes.of("test", new byte[] {'a', (byte) 0xC3}).text())
                .isInstanceOf(MalformedModelException.class);
    }

    @Test
    void ofFile_readsIt_andIsNamedAfterIt(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("model"), new byte[] {1, 2});
        assertThat(Bytes.ofFile(file).toArray()).containsExactly(1, 2);
        assertThat(Bytes.ofFile(file).part()).isEqualTo("model");
    }

    @Test
    void ofFile_whatIsNoRegularFile_isRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Bytes.ofFile(folder)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Bytes.ofFile(folder.resolve("nothing"))).isInstanceOf(NoSuchFileException.class);
    }

    /** The file has no blocks on the disk, only a size. */
    @Test
    void ofFile_largerThanAnyModel_isRefusedUnread(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("huge");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(1L << 40);
        }
        assertThatThrownBy(() -> Bytes.ofFile(file))
                .isInstanceOf(MalformedModelException.class)
                .hasMessage("huge: expected at most 1073741824 bytes, but found 1099511627776 bytes");
    }

    @Test
    void ofStream_readsToTheEnd() throws Exception {
        assertThat(Bytes.ofStream("resource", new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8)))
                        .text())
                .isEqualTo("abc");
    }

    @Test
    void textFrom_endsAtAQuote_aBackslash_aControlCharacter_orTheEndOfTheSlice() throws Exception {
        Bytes bytes = Bytes.of("text", "\"ä b\\c\n\"".getBytes(StandardCharsets.UTF_8));

        assertThat(bytes.textFrom(0)).isZero();
        assertThat(bytes.textFrom(1)).isEqualTo(4);
        assertThat(bytes.textFrom(6)).isEqualTo(1);
        assertThat(bytes.textFrom(bytes.size())).isZero();
        assertThat(bytes.slice(1, 3, "a part").textFrom(0)).isEqualTo(3);
    }

    @Test
    void message_ofAHostileName_isKeptShort() {
        assertThat(new MalformedModelException("place", "this", "x".repeat(1 << 20)).found())
                .hasSizeLessThan(1100)
                .endsWith("xxx... (1048576 characters)");
    }
}
