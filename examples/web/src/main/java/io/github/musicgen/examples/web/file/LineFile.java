package io.github.musicgen.examples.web.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A text file of lines, each of which is there to its end or not at all. */
public final class LineFile {
    private final Path path;

    /**
     * A file, which need not be there yet.
     *
     * @param path where it is
     */
    public LineFile(Path path) {
        this.path = path;
    }

    /**
     * Reads it. A last line that a crash cut off, perhaps within a character, is as if it were not there, and is taken away, so that the
     * next one is not glued to it.
     *
     * @return the lines
     * @throws IOException if it is not there, or cannot be read
     */
    public List<String> mendedLines() throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end < bytes.length) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            }
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
    }

    /**
     * Adds a line, all of it or nothing.
     *
     * @param line with its line break
     * @throws IOException if it could not be added
     */
    public void add(String line) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long end = channel.size();
            try {
                ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
                channel.position(end);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        }
    }
}
