package io.github.musicgen.api.json;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;

/** Writes JSON without white space, the same value always as the same bytes. */
public final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    /**
     * Writes a value as text.
     *
     * @param value the value
     * @return one line
     */
    public static String toText(Json value) {
        JsonWriter writer = new JsonWriter();
        writer.write(value);
        return writer.text.toString();
    }

    /**
     * Writes a value as bytes.
     *
     * @param value the value
     * @return the text in UTF-8
     */
    public static byte[] toBytes(Json value) {
        return toText(value).getBytes(StandardCharsets.UTF_8);
    }

    private void write(Json value) {
        if (value instanceof Json.Fields object) {
            writeObject(object);
        } else if (value instanceof Json.Items array) {
            writeArray(array);
        } else if (value instanceof Json.Text string) {
            writeText(string.value());
        } else if (value instanceof Json.Whole whole) {
            text.append(whole.value());
        } else if (value instanceof Json.Real real) {
            text.append(Digits.of(real.value()));
        } else if (value instanceof Json.Bool bool) {
            text.append(bool.value());
        } else {
            text.append("null");
        }
    }

    private void writeObject(Json.Fields object) {
        String separator = "{";
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            text.append(separator);
            writeText(field.getKey());
            text.append(':');
            write(field.getValue());
            separator = ",";
        }
        text.append(object.fields().isEmpty() ? "{}" : "}");
    }

    private void writeArray(Json.Items array) {
        text.append('[');
        for (Iterator<Json> items = array.items().iterator(); items.hasNext(); ) {
            write(items.next());
            text.append(items.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private void writeText(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            writeCharacter(value.charAt(i));
        }
        text.append('"');
    }

    private void writeCharacter(char character) {
        if (character == '"' || character == '\\') {
            text.append('\\').append(character);
        } else if (character < ' ') {
            text.append("\\u00").append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 0xF));
        } else {
            text.append(character);
        }
    }
}
