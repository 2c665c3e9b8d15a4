package io.github.musicgen.midi.format;

import java.io.IOException;

/**
 * A music file breaks the rules of its format. Every format has its own subclass, which knows how a place in such a file is
 * named (a byte, a line, an element); here it is text.
 *
 * <p>Failures of the disk or the network stay plain {@link IOException}s: a file that cannot be read is not a malformed one.
 */
public abstract class MalformedMusicException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Where the fault is, in words. */
    private final String place;

    /** What is wrong there. */
    private final String problem;

    /**
     * Creates an exception whose message is {@code place: problem}.
     *
     * @param place where the fault is, such as {@code track 3, byte 118}
     * @param problem what is wrong, naming the value and the bound it breaks
     */
    protected MalformedMusicException(String place, String problem) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
    }

    /**
     * Says where the fault is.
     *
     * @return the place in words, as the message begins
     */
    public String place() {
        return place;
    }

    /**
     * Says what is wrong, without the place.
     *
     * @return the problem in words, as the message ends
     */
    public String problem() {
        return problem;
    }
}
