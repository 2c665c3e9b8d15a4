package io.github.musicgen.midi.abc.text;

/**
 * An information field.
 *
 * @param letter which one
 * @param value what it says
 * @param place where its value begins
 */
public record Field(char letter, String value, Place place) {
    /** The longest value, or word of it, that is taken for a meter, tempo or key: patterns must not meet endless text. */
    public static final int LONGEST = 200;

    public Cursor cursor() {
        return new Cursor(value, place);
    }
}
