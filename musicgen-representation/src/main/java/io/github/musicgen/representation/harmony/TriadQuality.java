package io.github.musicgen.representation.harmony;

/** What the third and the fifth of a chord make of it. */
public enum TriadQuality {
    /** A major third and a perfect fifth. */
    MAJOR,
    /** A minor third and a perfect fifth. */
    MINOR,
    /** A major third and an augmented fifth. */
    AUGMENTED,
    /** A minor third and a diminished fifth. */
    DIMINISHED,
    /** Anything else: a third or a fifth is missing, is there twice or makes another triad; or there is no chord. */
    OTHER
}
