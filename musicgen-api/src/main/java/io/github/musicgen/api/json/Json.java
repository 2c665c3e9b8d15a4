package io.github.musicgen.api.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value. Values are immutable. */
public sealed interface Json {
    /**
     * The word for this kind of value in an error.
     *
     * @return such as {@code an object}
     */
    String kind();

    /** The value {@code null}. */
    record Null() implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }

    /**
     * {@code true} or {@code false}.
     *
     * @param value which
     */
    record Bool(boolean value) implements Json {
        @Override
        public String kind() {
            return "a boolean";
        }
    }

    /**
     * A number without fraction and exponent that fits into 64 bits.
     *
     * @param value the number
     */
    record Whole(long value) implements Json {
        @Override
        public String kind() {
            return "a whole number";
        }
    }

    /**
     * Any other number.
     *
     * @param value the number, which is finite
     */
    record Real(double value) implements Json {
        /** Refuses what JSON has no word for. */
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a number in JSON must be finite, but was " + value);
            }
        }

        @Override
        public String kind() {
            return "a number";
        }
    }

    /**
     * A string.
     *
     * @param value its characters, in which surrogates come in pairs
     */
    record Text(String value) implements Json {
        /** Refuses what cannot be written in UTF-8. */
        public Text {
            Surrogates.requirePairs(value);
        }

        @Override
        public String kind() {
            return "text";
        }
    }

    /**
     * An array.
     *
     * @param items its values
     */
    record Items(List<Json> items) implements Json {
        /** Copies the values. */
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "an array";
        }
    }

    /**
     * An object.
     *
     * @param fields its values by name, in the order in which they stand in the file
     */
    record Fields(Map<String, Json> fields) implements Json {
        /** Copies the values and keeps their order; refuses names that cannot be written in UTF-8. */
        public Fields {
            for (String name : fields.keySet()) {
                Surrogates.requirePairs(name);
            }
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        @Override
        public String kind() {
            return "an object";
        }
    }

    /**
     * A string of any characters, such as the name of a file.
     *
     * @param value its characters; halves of surrogates, which JSON cannot hold, become U+FFFD
     * @return the string
     */
    static Text ofAny(String value) {
        StringBuilder clean = new StringBuilder();
        value.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '\uFFFD' : point)
                .forEach(clean::appendCodePoint);
        return new Text(clean.toString());
    }

    /**
     * A number with as few digits as tell it from every other {@code float}: half of what the same value needs as a double.
     *
     * @param value a finite number
     * @return a number that is {@code value} again once it is rounded to a float
     */
    static Json of(float value) {
        return new Real(Digits.shortestFor(value));
    }

    /**
     * An array of such numbers.
     *
     * @param values finite numbers
     * @return the array
     */
    static Items of(float[] values) {
        List<Json> items = new ArrayList<>(values.length);
        for (float value : values) {
            items.add(of(value));
        }
        return new Items(items);
    }
}
