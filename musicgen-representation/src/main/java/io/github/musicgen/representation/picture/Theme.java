package io.github.musicgen.representation.picture;

/** The colors of a picture. */
public enum Theme {
    /** Dark on white. */
    LIGHT,
    /** Light on nearly black. */
    DARK,
    /** What the reader's system prefers; light where the viewer does not know. */
    AUTO
}
