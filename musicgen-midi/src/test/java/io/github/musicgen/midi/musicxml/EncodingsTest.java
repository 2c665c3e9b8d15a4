package io.github.musicgen.midi.musicxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which encodings a score may be written. */
class EncodingsTest {
    private static final String MARK = "\uFEFF";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ''",
        "UTF-8, UTF-8",
        "ISO-8859-1, iso-8859-1",
        "windows-1252, windows-1252",
        "UTF-16BE, UTF-16",
        "UTF-16LE, UTF-16"
    })
    void read_inAnEncoding_hasItsTitle(String encoding, String declared) throws Exception {
        assertThat(title(document(declared).getBytes(Charset.forName(encoding))))
                .isEqualTo("Für Élise");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16BE", "UTF-16LE"})
    void read_withAByteOrderMark_hasItsTitle(String encoding) throws Exception {
        assertThat(title((MARK + document("")).getBytes(Charset.forName(encoding))))
                .isEqualTo("Für Élise");
    }

    /** As programs write it that make a text of a document before they save it. */
    @Test
    void read_inUtf8ThatSaysItIsUtf16_hasItsTitle() throws Exception {
        assertThat(title(document("utf-16").getBytes(StandardCharsets.UTF_8))).isEqualTo("Für Élise");
    }

    @Test
    void read_inAnUnknownEncoding_refused() {
        assertThatThrownBy(() -> title(document("klingon").getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedMusicXmlException.class)
                .hasMessage("file: encoding is unknown: \"klingon\"");
    }

    /** The JDK's parser would tell it to the whole process. */
    @Test
    void read_ofBytesThatTheEncodingDoesNotAllow_refused_withoutAWordOnStandardError() {
        byte[] bytes = document("UTF-8").getBytes(StandardCharsets.ISO_8859_1);
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThatThrownBy(() -> title(bytes))
                    .isInstanceOf(MalformedMusicXmlException.class)
                    .hasMessageEndingWith("a byte that is no character in the encoding of the file");
        } finally {
            System.setErr(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static String title(byte[] file) throws MalformedMusicXmlException {
        return MusicXmlReader.parse(file).title();
    }

    private static String document(String encoding) {
        String declaration = encoding.isEmpty() ? "" : "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n";
        return declaration + "<score-partwise><movement-title>Für Élise</movement-title></score-partwise>";
    }
}
