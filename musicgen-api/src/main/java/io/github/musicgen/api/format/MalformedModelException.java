package io.github.musicgen.api.format;

import java.io.IOException;

/**
 * A model file breaks the rules of its format, or holds another model than was asked for. The message says where, what was
 * expected there and what was found.
 *
 * <p>Failures of the disk or the network stay plain {@link IOException}s: a file that cannot be read is not a malformed one.
 */
public final class MalformedModelException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Names in a hostile file can be megabytes long; nobody reads on after this many characters. */
    private static final int MAX_WORDS = 1000;

    private final String place;
    private final String expected;
    private final String found;

    /**
     * Creates an exception whose message is {@code place: expected ..., but found ...}.
     *
     * @param place the file and the part of it, such as {@code model.mag, checkpoint, byte 118}
     * @param expected what should stand there
     * @param found what does
     */
    public MalformedModelException(String place, String expected, String found) {
        super(shortened(place) + ": expected " + shortened(expected) + ", but found " + shortened(found));
        this.place = shortened(place);
        this.expected = shortened(expected);
        this.found = shortened(found);
    }

    /**
     * Says where the fault is.
     *
     * @return the file, the part of it and the byte, as the message begins
     */
    public String place() {
        return place;
    }

    /**
     * Says what the format asks for there.
     *
     * @return the expectation in words
     */
    public String expected() {
        return expected;
    }

    /**
     * Says what stands there.
     *
     * @return the finding in words
     */
    public String found() {
        return found;
    }

    private static String shortened(String words) {
        return words.length() <= MAX_WORDS
                ? words
                : words.substring(0, MAX_WORDS) + "... (" + words.length() + " characters)";
    }
}
