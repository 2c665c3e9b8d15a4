package io.github.musicgen.api.json;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;

/** Reads one string of a JSON text. */
final class JsonText {
    private static final int HEX_DIGITS = 4;

    private final Bytes bytes;
    private final StringBuilder text = new StringBuilder();
    private int position;
    private boolean hasUnicode; // an escape that may be half of a pair

    /** Begins at the opening quote. */
    JsonText(Bytes bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    /** After reading: the byte behind the closing quote. */
    int position() {
        return position;
    }

    String read() throws MalformedModelException {
        int start = position++;
        while (true) {
            int plain = bytes.textFrom(position);
            String run = bytes.slice(position, plain, "text").text();
            position += plain;
            switch (peek()) {
                case '"' -> {
                    position++;
                    return requirePairs(
                            start, text.isEmpty() ? run : text.append(run).toString());
                }
                case '\\' -> {
                    text.append(run);
                    escape();
                }
                default -> throw unexpected("a character or a closing quote");
            }
        }
    }

    /** UTF-8 has no halves of pairs, so that they can come from escapes alone. */
    private String requirePairs(int start, String read) throws MalformedModelException {
        if (hasUnicode && Surrogates.firstLone(read) >= 0) {
            throw bytes.malformed(start, "surrogates in pairs", "half of one");
        }
        return read;
    }

    private void escape() throws MalformedModelException {
        position++;
        char escaped = switch (peek()) {
            case '"', '\\', '/' -> (char) peek();
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw unexpected("one of \"\\/bfnrtu");
        };
        position++;
        text.append(escaped);
    }

    /** Steps onto the last of the four digits. */
    private char unicode() throws MalformedModelException {
        hasUnicode = true;
        int value = 0;
        for (int i = 0; i < HEX_DIGITS; i++) {
            position++;
            int digit = hexDigit(peek());
            if (digit < 0) {
                throw unexpected("a hexadecimal digit");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }

    /** Not {@code Character.digit}, which knows the digits of every script. */
    private static int hexDigit(int character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        int lower = character | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    private int peek() {
        return position < bytes.size() ? bytes.at(position) : -1;
    }

    private MalformedModelException unexpected(String expected) {
        return bytes.malformed(position, expected, Found.at(bytes, position));
    }
}
