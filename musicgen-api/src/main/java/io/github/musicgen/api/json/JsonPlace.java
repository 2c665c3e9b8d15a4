package io.github.musicgen.api.json;

import io.github.musicgen.api.format.MalformedModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value within a JSON file, and the way that led there: {@code weights_manifest.json, [0].weights[3].shape}. */
public final class JsonPlace {
    private final String part;
    private final String way;
    private final Json value;

    private JsonPlace(String part, String way, Json value) {
        this.part = part;
        this.way = way;
        this.value = value;
    }

    /**
     * The outermost value of a file.
     *
     * @param part what errors call the file
     * @param value the value
     * @return its place
     */
    public static JsonPlace of(String part, Json value) {
        return new JsonPlace(part, "", value);
    }

    /**
     * The value itself.
     *
     * @return the value
     */
    public Json value() {
        return value;
    }

    /**
     * A field of this object.
     *
     * @param name its name
     * @return its place
     * @throws MalformedModelException if this is not an object, or has no such field
     */
    public JsonPlace field(String name) throws MalformedModelException {
        Optional<JsonPlace> field = optionalField(name);
        if (field.isEmpty()) {
            throw malformed("a field \"" + name + "\"", "none");
        }
        return field.get();
    }

    /**
     * A field of this object that may be missing.
     *
     * @param name its name
     * @return its place, if it is there
     * @throws MalformedModelException if this is not an object
     */
    public Optional<JsonPlace> optionalField(String name) throws MalformedModelException {
        return Optional.ofNullable(object().fields().get(name)).map(field -> within(name, field));
    }

    /**
     * All fields of this object.
     *
     * @return their places by name, in the order of the file
     * @throws MalformedModelException if this is not an object
     */
    public Map<String, JsonPlace> fields() throws MalformedModelException {
        Map<String, JsonPlace> places = new LinkedHashMap<>();
        for (Map.Entry<String, Json> field : object().fields().entrySet()) {
            places.put(field.getKey(), within(field.getKey(), field.getValue()));
        }
        return places;
    }

    /**
     * The values of this array.
     *
     * @return their places, in order
     * @throws MalformedModelException if this is not an array
     */
    public List<JsonPlace> items() throws MalformedModelException {
        if (!(value instanceof Json.Items array)) {
            throw wrongKind("an array");
        }
        List<JsonPlace> places = new ArrayList<>();
        for (Json item : array.items()) {
            places.add(new JsonPlace(part, way + "[" + places.size() + "]", item));
        }
        return places;
    }

    /**
     * This text.
     *
     * @return its characters
     * @throws MalformedModelException if this is not text
     */
    public String text() throws MalformedModelException {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw wrongKind("text");
    }

    /**
     * This whole number.
     *
     * @param min the smallest that is allowed
     * @param max the largest that is allowed
     * @return the number
     * @throws MalformedModelException if this is not a whole number, or out of bounds
     */
    public long whole(long min, long max) throws MalformedModelException {
        if (!(value instanceof Json.Whole whole)) {
            throw wrongKind("a whole number");
        }
        if (whole.value() < min || whole.value() > max) {
            throw malformed("a whole number from " + min + " to " + max, String.valueOf(whole.value()));
        }
        return whole.value();
    }

    /**
     * The values of this array of whole numbers.
     *
     * @return the numbers, in order
     * @throws MalformedModelException if this is not an array, or something else is in it
     */
    public long[] wholes() throws MalformedModelException {
        List<JsonPlace> items = items();
        long[] numbers = new long[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = items.get(i).whole(Long.MIN_VALUE, Long.MAX_VALUE);
        }
        return numbers;
    }

    /**
     * This number, whole or not.
     *
     * @return the number
     * @throws MalformedModelException if this is not a number
     */
    public double number() throws MalformedModelException {
        if (value instanceof Json.Whole whole) {
            return whole.value();
        }
        if (value instanceof Json.Real real) {
            return real.value();
        }
        throw wrongKind("a number");
    }

    /**
     * Whether this says so.
     *
     * @return true or false
     * @throws MalformedModelException if this is neither
     */
    public boolean truth() throws MalformedModelException {
        if (value instanceof Json.Bool bool) {
            return bool.value();
        }
        throw wrongKind("a boolean");
    }

    /**
     * This object.
     *
     * @return the object
     * @throws MalformedModelException if this is something else
     */
    public Json.Fields object() throws MalformedModelException {
        if (value instanceof Json.Fields object) {
            return object;
        }
        throw wrongKind("an object");
    }

    /**
     * The error that this value is not as it should be.
     *
     * @param expected what should stand here
     * @param found what does
     * @return the exception, to be thrown
     */
    public MalformedModelException malformed(String expected, String found) {
        return new MalformedModelException(toString(), expected, found);
    }

    /** The file and the way, as errors begin. */
    @Override
    public String toString() {
        return way.isEmpty() ? part : part + ", " + way;
    }

    private JsonPlace within(String name, Json field) {
        return new JsonPlace(part, way.isEmpty() ? name : way + "." + name, field);
    }

    private MalformedModelException wrongKind(String expected) {
        return malformed(expected, value.kind());
    }
}
