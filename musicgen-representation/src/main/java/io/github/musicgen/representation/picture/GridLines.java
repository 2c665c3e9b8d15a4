package io.github.musicgen.representation.picture;

/** Which lines divide the time of a picture. Lines that would stand too close are left out. */
public enum GridLines {
    /** None. */
    NONE,
    /** One at each bar. */
    BARS,
    /** One at each bar and fainter ones at the beats between. */
    BEATS
}
