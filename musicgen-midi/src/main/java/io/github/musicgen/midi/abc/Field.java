package io.github.musicgen.midi.abc;

/**
 * An information field.
 *
 * @param letter which one
 * @param value what it says
 * @param place where its value begins
 */
record Field(char letter, String value, Place place) {
    /** The longest value, or word of it, that is taken for a meter, tempo or key: patterns must not meet endless text. */
    static final int LONGEST = 200;

    Cursor cursor() {
        return new Cursor(value, place);
    }
}
