package io.github.musicgen.examples.web.json;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that somebody sent. Each is asked for with its bounds; {@link #requireNoMore} refuses those that nobody
 * asked for, which are usually mistyped. A field that is null is none.
 */
public final class Fields {
    /** The greatest seed: the last of the whole numbers that a browser's numbers all hold. */
    public static final long MAX_SEED = (1L << 53) - 1;

    private static final SecureRandom SEEDS = new SecureRandom();

    private final String what;
    private final String prefix; // of the names of its fields where they are refused
    private final Map<?, ?> values;
    private final Set<String> asked = new HashSet<>();

    private Fields(String what, String prefix, Map<?, ?> values) {
        this.what = what;
        this.prefix = prefix;
        this.values = values;
    }

    static Fields ofRoot(String what, Map<?, ?> values) {
        return new Fields(what, "", values);
    }

    private static Fields ofPart(String path, Map<?, ?> values) {
        return new Fields(path, path + ".", values);
    }

    private String path(String name) {
        return prefix + name;
    }

    /**
     * The parameters of an address, whose values are all text.
     *
     * @param what what they are called where they are refused
     * @param parameters names and values
     * @return the fields
     */
    public static Fields ofParameters(String what, Map<String, String> parameters) {
        Map<String, Parameter> values = new LinkedHashMap<>();
        parameters.forEach((name, text) -> values.put(name, new Parameter(text)));
        return ofRoot(what, values);
    }

    /**
     * Refuses what nobody asked for.
     *
     * @throws Refusal if there is such a field
     */
    public void requireNoMore() {
        for (Object name : values.keySet()) {
            if (!asked.contains(String.valueOf(name))) {
                throw Refusal.unknown(path(String.valueOf(name)), what, asked);
            }
        }
    }

    /**
     * Refuses all fields but some, before any of them is looked at.
     *
     * @param names of those that there may be
     * @throws Refusal if there is another
     */
    public void requireOnly(String... names) {
        asked.addAll(List.of(names));
        requireNoMore();
    }

    /** A value of JSON is told as JSON writes it: a text that should be a number looks like one but for its quotes. */
    private static Refusal refused(String path, @Nullable Object value, String bound) {
        return Refusal.field(path, value instanceof Parameter ? value : Json.literal(value), bound);
    }

    /**
     * Whether there is a field.
     *
     * @param name its name
     * @return whether there is one that is not null
     */
    public boolean has(String name) {
        return value(name) != null;
    }

    private @Nullable Object value(String name) {
        asked.add(name);
        return values.get(name);
    }

    /**
     * A text.
     *
     * @param name of the field
     * @param maxLength its most characters
     * @return the text, if there is one
     */
    public Optional<String> text(String name, int maxLength) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        String text = text(value);
        if (text != null && text.length() <= maxLength) {
            return Optional.of(text);
        }
        throw refused(path(name), value, "a text of up to " + maxLength + " characters");
    }

    private static @Nullable String text(Object value) {
        return value instanceof Parameter parameter ? parameter.text() : value instanceof String text ? text : null;
    }

    /**
     * A text that cannot be left out.
     *
     * @param name of the field
     * @param maxLength its most characters
     * @return the text
     */
    public String requiredText(String name, int maxLength) {
        return text(name, maxLength).orElseThrow(() -> missing(name));
    }

    private Refusal missing(String name) {
        return Refusal.field(path(name), null, "given");
    }

    /**
     * One of some words.
     *
     * @param name of the field
     * @param words those it may be
     * @return the word, if there is one
     */
    public Optional<String> word(String name, List<String> words) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        String word = text(value);
        if (word != null && words.contains(word)) {
            return Optional.of(word);
        }
        throw refused(path(name), value, "one of " + String.join(", ", words));
    }

    /**
     * A whole number.
     *
     * @param name of the field
     * @param min its least value
     * @param max its greatest value
     * @return the number, if there is one
     */
    public Optional<Long> whole(String name, long min, long max) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        Long whole = whole(value);
        if (whole == null || whole < min || whole > max) {
            throw refused(path(name), value, min + ".." + max + ", a whole number");
        }
        return Optional.of(whole);
    }

    private static @Nullable Long whole(Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) <= MAX_SEED) {
            return number.longValue();
        }
        if (value instanceof Parameter parameter) {
            return parameter.whole();
        }
        return value instanceof BigInteger big && big.bitLength() < Long.SIZE ? big.longValue() : null;
    }

    /**
     * A whole number.
     *
     * @param name of the field
     * @param min its least value
     * @param max its greatest value
     * @param otherwise what it is if it is left out
     * @return the number
     */
    public int whole(String name, int min, int max, int otherwise) {
        return Math.toIntExact(whole(name, min, max).orElse((long) otherwise));
    }

    /**
     * A whole number that cannot be left out.
     *
     * @param name of the field
     * @param min its least value
     * @param max its greatest value
     * @return the number
     */
    public int requiredWhole(String name, int min, int max) {
        return Math.toIntExact(whole(name, (long) min, (long) max).orElseThrow(() -> missing(name)));
    }

    /**
     * A seed.
     *
     * @param name of the field
     * @return the seed, if there is one
     */
    public Optional<Long> seed(String name) {
        return whole(name, 0L, MAX_SEED);
    }

    /**
     * A seed that may be left out.
     *
     * @param name of the field
     * @return the seed, drawn if there is none
     */
    public long seedOrDrawn(String name) {
        return seed(name).orElseGet(() -> SEEDS.nextLong(MAX_SEED + 1));
    }

    /**
     * A number.
     *
     * @param name of the field
     * @param min its least value
     * @param max its greatest value
     * @return the number, if there is one
     */
    public Optional<Double> number(String name, double min, double max) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        double number = number(value);
        if (!(number >= min && number <= max)) {
            throw refused(path(name), value, min + ".." + max);
        }
        return Optional.of(number);
    }

    private static double number(Object value) {
        if (value instanceof Parameter parameter) {
            return parameter.number();
        }
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /**
     * A truth value.
     *
     * @param name of the field
     * @return whether it is there and true
     */
    public boolean truth(String name) {
        Object value = value(name);
        if (value == null || value instanceof Boolean) {
            return value != null && (Boolean) value;
        }
        if (value instanceof Parameter parameter && parameter.isTruth()) {
            return parameter.truth();
        }
        throw refused(path(name), value, "true or false");
    }

    /**
     * An object.
     *
     * @param name of the field
     * @return its fields, if there is one
     */
    public Optional<Fields> object(String name) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> object) {
            return Optional.of(ofPart(path(name), object));
        }
        throw refused(path(name), value, "an object");
    }

    /**
     * A list of objects.
     *
     * @param name of the field
     * @param most how many there may be
     * @return the fields of each; none if the list is left out
     */
    public List<Fields> objects(String name, int most) {
        List<Fields> objects = new ArrayList<>();
        for (Object item : list(name, most)) {
            if (!(item instanceof Map<?, ?> object)) {
                throw refused(path(name), item, "a list of objects");
            }
            objects.add(ofPart(path(name) + "[" + objects.size() + "]", object));
        }
        return objects;
    }

    /**
     * A list of whole numbers.
     *
     * @param name of the field
     * @param most how many there may be
     * @param min the least value of each
     * @param max the greatest value of each
     * @return the numbers; none if the list is left out
     */
    public int[] wholes(String name, int most, int min, int max) {
        List<?> items = list(name, most);
        int[] wholes = new int[items.size()];
        for (int i = 0; i < wholes.length; i++) {
            Object item = items.get(i);
            Long whole = item == null ? null : whole(item);
            if (whole == null || whole < min || whole > max) {
                throw refused(path(name) + "[" + i + "]", item, min + ".." + max + ", a whole number");
            }
            wholes[i] = whole.intValue();
        }
        return wholes;
    }

    private List<?> list(String name, int most) {
        Object value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw refused(path(name), value, "a list");
        }
        if (list.size() > most) {
            throw Refusal.field(path(name), "one of " + list.size(), "a list of up to " + most);
        }
        return list;
    }
}
