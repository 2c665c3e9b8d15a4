package io.github.musicgen.models.corpus.source;

import io.github.musicgen.midi.files.MusicFormat;
import java.io.IOException;
import java.io.InputStream;

/**
 * A music file that was found.
 *
 * @param name how reports name it
 * @param format what it is by its name
 * @param size its bytes as its folder or archive tells them; -1 if that does not
 * @param stamp what changes when the file does: its time, or its checksum in an archive
 * @param content opens it
 */
public record Source(String name, MusicFormat format, long size, long stamp, Content content) {

    /** What opens a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Opens it.
         *
         * @return its bytes, to be closed
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;
    }

    /**
     * All its bytes; whatever size it claims, no more than the limit is held.
     *
     * @param maxBytes the limit
     * @return the bytes
     * @throws IOException if they are more, or cannot be read
     */
    public byte[] read(long maxBytes) throws IOException {
        if (size > maxBytes) {
            throw new IOException(tooLarge(size + " bytes", maxBytes));
        }
        try (InputStream stream = content.open()) {
            byte[] bytes = stream.readNBytes((int) maxBytes);
            if (bytes.length == maxBytes && stream.read() >= 0) {
                throw new IOException(tooLarge("more", maxBytes));
            }
            return bytes;
        }
    }

    private static String tooLarge(String found, long maxBytes) {
        return "a file must have " + maxBytes + " bytes at most, but had " + found;
    }
}
