package io.github.musicgen.midi.abc;

/**
 * An information field.
 *
 * @param letter which one
 * @param value what it says
 * @param place where its value begins
 */
record Field(char letter, String value, Place place) {

    Cursor cursor() {
        return new Cursor(value, place);
    }
}
