package io.github.musicgen.examples.web.json;

import org.jspecify.annotations.Nullable;

/**
 * A value that came as text where JSON would have told its kind: in an address.
 *
 * @param text the text
 */
record Parameter(String text) {
    @Nullable
    Long whole() {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    double number() {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    boolean isTruth() {
        return text.equals("true") || text.equals("false");
    }

    boolean truth() {
        return text.equals("true");
    }

    @Override
    public String toString() {
        return text;
    }
}
