package io.github.musicgen.examples.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as text and as maps. What it reads may come from anybody. */
public final class Json {
    private static final int MAX_DEPTH = 64;
    private static final int MAX_DIGITS = 40;
    private static final JSON MAPPER = new JSON(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .build())
            .with(JSON.Feature.WRITE_NULL_PROPERTIES);

    private Json() {}

    /**
     * Puts an object together.
     *
     * @param namesAndValues a name, its value, the next name and so on
     * @return the object, whose fields are in this order
     */
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /**
     * Writes an object.
     *
     * @param object of maps, lists, text, numbers and truth values
     * @return one line
     */
    public static String write(Map<String, ? extends @Nullable Object> object) {
        try {
            return MAPPER.asString(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as it stands in a text of JSON. */
    static String literal(@Nullable Object value) {
        try {
            return MAPPER.asString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads an object.
     *
     * @param what what the text is called where it is refused
     * @param text what somebody sent
     * @return its fields
     * @throws Refusal if it is no object of JSON
     */
    public static Fields read(String what, String text) {
        Object value;
        try (JsonParser parser = MAPPER.getStreamingFactory().createParser(text)) {
            value = MAPPER.anyFrom(parser);
            if (parser.nextToken() != null) {
                throw Refusal.of(Refusal.BAD, what + " must be a JSON object, but has something behind it");
            }
        } catch (IOException e) {
            throw Refusal.of(Refusal.BAD, what + " must be a JSON object, but " + fault(e));
        }
        if (value instanceof Map<?, ?> object) {
            return Fields.ofRoot(what, object);
        }
        throw Refusal.field(what, text.strip(), "a JSON object");
    }

    /**
     * Reads an object.
     *
     * @param what what the text is called where it is refused
     * @param utf8 what somebody sent
     * @return its fields
     * @throws Refusal if it is no object of JSON
     */
    public static Fields read(String what, byte[] utf8) {
        return read(what, new String(utf8, StandardCharsets.UTF_8));
    }

    private static String fault(IOException e) {
        if (!(e instanceof JsonProcessingException fault)) {
            return "could not be read";
        }
        String message = String.valueOf(fault.getOriginalMessage());
        String sentence = message.lines().findFirst().orElse("is none").replaceFirst(" \\(start marker.*", "");
        JsonLocation place = fault.getLocation();
        return place == null
                ? sentence
                : "in line " + place.getLineNr() + ", column " + place.getColumnNr() + ": " + sentence;
    }
}
