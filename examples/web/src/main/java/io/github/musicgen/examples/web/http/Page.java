package io.github.musicgen.examples.web.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A file that is served as it is. */
public final class Page {
    private final String type;
    private final byte[] bytes;
    private final String tag;

    Page(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
        this.tag = "\"" + Digest.of(bytes) + "\"";
    }

    /**
     * What it is.
     *
     * @return its content type
     */
    public String type() {
        return type;
    }

    /**
     * Itself.
     *
     * @return a stream of its bytes
     */
    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /**
     * What changes whenever it does.
     *
     * @return an entity tag, quoted
     */
    public String tag() {
        return tag;
    }
}
