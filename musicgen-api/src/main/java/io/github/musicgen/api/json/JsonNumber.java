package io.github.musicgen.api.json;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;

/** Reads one number of a JSON text. */
final class JsonNumber {
    private final Bytes bytes;
    private final int start;
    private int position;

    JsonNumber(Bytes bytes, int position) {
        this.bytes = bytes;
        this.start = position;
        this.position = position;
    }

    /** After reading: the byte behind the number. */
    int position() {
        return position;
    }

    Json read() throws MalformedModelException {
        boolean whole = true;
        skip('-', '-');
        if (!skip('0', '0')) {
            digits("a value");
        }
        if (skip('.', '.')) {
            whole = false;
            digits("a digit");
        }
        if (skip('e', 'E')) {
            whole = false;
            skip('+', '-');
            digits("a digit");
        }
        return valueOf(bytes.slice(start, position - start, "a number").text(), whole);
    }

    private Json valueOf(String text, boolean whole) throws MalformedModelException {
        // Zero has a sign only as a double.
        if (whole && !text.equals("-0")) {
            try {
                return new Json.Whole(Long.parseLong(text));
            } catch (NumberFormatException beyondLong) {
                // Then it is a number all the same.
            }
        }
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value)) {
            throw bytes.malformed(start, "a number within the range of a double", text);
        }
        return new Json.Real(value);
    }

    private void digits(String expected) throws MalformedModelException {
        int first = position;
        while (position < bytes.size() && bytes.at(position) >= '0' && bytes.at(position) <= '9') {
            position++;
        }
        if (position == first) {
            throw bytes.malformed(position, expected, Found.at(bytes, position));
        }
    }

    private boolean skip(char one, char other) {
        boolean found = position < bytes.size() && (bytes.at(position) == one || bytes.at(position) == other);
        if (found) {
            position++;
        }
        return found;
    }
}
