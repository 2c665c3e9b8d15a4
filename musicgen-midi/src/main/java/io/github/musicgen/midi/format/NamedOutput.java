package io.github.musicgen.midi.format;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Writes to a file, and says which one if that fails: of a full disk the system says but that. */
public final class NamedOutput extends FilterOutputStream {
    private final Path path;

    /**
     * Writes to a file.
     *
     * @param path what it is called in messages
     * @param stream writes to it, and is closed with this
     */
    public NamedOutput(Path path, OutputStream stream) {
        super(stream);
        this.path = path;
    }

    /** What may fail. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    @Override
    public void write(int value) throws IOException {
        named(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        named(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        named(out::flush);
    }

    @Override
    public void close() throws IOException {
        named(out::close);
    }

    private void named(Work work) throws IOException {
        try {
            work.run();
        } catch (FileSystemException hasAName) {
            throw hasAName;
        } catch (IOException failed) {
            FileSystemException named = new FileSystemException(path.toString(), null, failed.getMessage());
            named.initCause(failed);
            throw named;
        }
    }
}
