package io.github.musicgen.api.json;

import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON in UTF-8, strictly, with bounds on how deep and how many its values are. */
public final class JsonReader {
    /** How deep values may nest; model files nest four deep. */
    static final int MAX_DEPTH = 64;

    /** How many values there may be; an array of empty arrays would fill the memory with the fewest bytes. */
    static final int MAX_VALUES = 1 << 20;

    private final Bytes bytes;
    private int position;
    private int depth;
    private int values;

    private JsonReader(Bytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads one value.
     *
     * @param part what the bytes are, for messages
     * @param bytes the value, perhaps between white space, and nothing else
     * @return the value
     * @throws MalformedModelException if it is not JSON
     */
    public static Json read(String part, byte[] bytes) throws MalformedModelException {
        return read(Bytes.of(part, bytes));
    }

    /**
     * Reads one value.
     *
     * @param bytes the value, perhaps between white space, and nothing else
     * @return the value
     * @throws MalformedModelException if it is not JSON
     */
    public static Json read(Bytes bytes) throws MalformedModelException {
        JsonReader reader = new JsonReader(bytes);
        Json value = reader.value();
        if (reader.next() >= 0) {
            throw reader.unexpected("the end");
        }
        return value;
    }

    /**
     * Reads one value of a text.
     *
     * @param part what errors call the text
     * @param text the value, perhaps between white space, and nothing else
     * @return the value
     * @throws MalformedModelException if it is not JSON
     */
    public static Json read(String part, String text) throws MalformedModelException {
        return read(Bytes.of(part, text.getBytes(StandardCharsets.UTF_8)));
    }

    private Json value() throws MalformedModelException {
        if (++values > MAX_VALUES) {
            throw bytes.malformed(position, "at most " + MAX_VALUES + " values", "another one");
        }
        int first = next();
        return switch (first) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(text());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json object() throws MalformedModelException {
        Map<String, Json> fields = new LinkedHashMap<>();
        open();
        while (more(fields.isEmpty(), '}')) {
            require('"', "a name in quotes");
            int start = position;
            String name = text();
            require(':', "a colon");
            position++;
            if (fields.put(name, value()) != null) {
                throw bytes.malformed(start, "every name once", "\"" + name + "\" again");
            }
        }
        depth--;
        return new Json.Fields(fields);
    }

    private Json array() throws MalformedModelException {
        List<Json> items = new ArrayList<>();
        open();
        while (more(items.isEmpty(), ']')) {
            items.add(value());
        }
        depth--;
        return new Json.Items(items);
    }

    private void open() throws MalformedModelException {
        if (++depth > MAX_DEPTH) {
            throw bytes.malformed(position, "at most " + MAX_DEPTH + " values within each other", "another one");
        }
        position++;
    }

    /** Steps over the comma before the next value, or over the bracket after the last. */
    private boolean more(boolean first, char close) throws MalformedModelException {
        int next = next();
        if (next == close) {
            position++;
            return false;
        }
        if (!first) {
            require(',', "a comma or " + close);
            position++;
        }
        return true;
    }

    private String text() throws MalformedModelException {
        JsonText text = new JsonText(bytes, position);
        String value = text.read();
        position = text.position();
        return value;
    }

    private Json number() throws MalformedModelException {
        JsonNumber number = new JsonNumber(bytes, position);
        Json value = number.read();
        position = number.position();
        return value;
    }

    private Json word(String word, Json value) throws MalformedModelException {
        for (int i = 0; i < word.length(); i++, position++) {
            if (position == bytes.size() || bytes.at(position) != word.charAt(i)) {
                throw unexpected(word);
            }
        }
        return value;
    }

    private void require(char wanted, String expected) throws MalformedModelException {
        if (next() != wanted) {
            throw unexpected(expected);
        }
    }

    /** Steps over white space; the byte after it, or -1 at the end. */
    private int next() {
        while (position < bytes.size()) {
            int next = bytes.at(position);
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next;
            }
            position++;
        }
        return -1;
    }

    private MalformedModelException unexpected(String expected) {
        return bytes.malformed(position, expected, Found.at(bytes, position));
    }
}
