package io.github.musicgen.midi.musicxml.source;

import io.github.musicgen.midi.format.Excerpt;
import io.github.musicgen.midi.musicxml.report.MalformedMusicXmlException;
import io.github.musicgen.midi.musicxml.report.ScorePlace;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes characters of the bytes of a document, as appendix F of the XML recommendation says. The JDK's parser could do it, but
 * prints a line on the standard error stream whenever it meets a byte that it cannot decode.
 */
final class XmlEncoding {
    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml\\s[^>]{0,100}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");
    private static final int LONGEST_DECLARATION = 200;
    private static final int UTF_8_MARK = 0xEFBBBF;
    private static final int UTF_16_MARK = 0xFEFF;
    private static final int UTF_16_MARK_REVERSED = 0xFFFE;

    private XmlEncoding() {}

    /** The characters of a document; reading them fails at the first byte that the encoding does not allow. */
    static Reader decode(byte[] document) throws MalformedMusicXmlException {
        if (startsWith(document, UTF_8_MARK, 3)) {
            return reader(document, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(document, UTF_16_MARK, 2) || startsWith(document, UTF_16_MARK_REVERSED, 2)) {
            return reader(document, 0, StandardCharsets.UTF_16);
        }
        if (startsWith(document, '<', 2)) {
            return reader(document, 0, StandardCharsets.UTF_16BE);
        }
        if (startsWith(document, '<' << Byte.SIZE, 2)) {
            return reader(document, 0, StandardCharsets.UTF_16LE);
        }
        return reader(document, 0, declared(document));
    }

    private static boolean startsWith(byte[] document, int start, int length) {
        int found = 0;
        for (int i = 0; i < length && i < document.length; i++) {
            found = found << Byte.SIZE | Byte.toUnsignedInt(document[i]);
        }
        return document.length >= length && found == start;
    }

    private static Reader reader(byte[] document, int from, Charset charset) {
        // A decoder that is given reports what is malformed; one that is made of a charset would replace it.
        return new InputStreamReader(
                new ByteArrayInputStream(document, from, document.length - from), charset.newDecoder());
    }

    /** The encoding that a document of single bytes declares. One that says UTF-16 of itself was, and is UTF-8 by now. */
    private static Charset declared(byte[] document) throws MalformedMusicXmlException {
        int length = Math.min(document.length, LONGEST_DECLARATION);
        Matcher matcher = DECLARATION.matcher(new String(document, 0, length, StandardCharsets.ISO_8859_1));
        if (!matcher.lookingAt() || matcher.group(1).regionMatches(true, 0, "UTF-16", 0, "UTF-16".length())) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalArgumentException unknown) {
            throw new MalformedMusicXmlException(
                    ScorePlace.WHOLE_FILE, "encoding is unknown: " + Excerpt.quoted(matcher.group(1)));
        }
    }
}
