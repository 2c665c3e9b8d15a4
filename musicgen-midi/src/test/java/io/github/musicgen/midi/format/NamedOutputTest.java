package io.github.musicgen.midi.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NamedOutputTest {
    private static final Path PLACE = Path.of("song.mid");

    /** Fails in whatever it is asked for. */
    private static final class Failing extends OutputStream {
        private final IOException failure;

        Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public void write(int value) throws IOException {
            throw failure;
        }

        @Override
        public void flush() throws IOException {
            throw failure;
        }

        @Override
        public void close() throws IOException {
            throw failure;
        }
    }

    @Test
    void whateverFails_isSaidOfTheFile() {
        NamedOutput output = new NamedOutput(PLACE, new Failing(new IOException("No space left on device")));

        Stream.<ThrowingCallable>of(
                        () -> output.write(1), () -> output.write(new byte[2]), output::flush, output::close)
                .forEach(call -> assertThatThrownBy(call)
                        .isInstanceOf(FileSystemException.class)
                        .hasMessage("song.mid: No space left on device")
                        .hasCauseInstanceOf(IOException.class));
    }

    @Test
    void whatHasANameAlready_keepsIt() {
        AccessDeniedException denied = new AccessDeniedException("other.mid");

        assertThatThrownBy(() -> new NamedOutput(PLACE, new Failing(denied)).write(1))
                .isSameAs(denied);
    }

    @Test
    void bytes_goThrough() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (NamedOutput output = new NamedOutput(PLACE, written)) {
            output.write(1);
            output.write(new byte[] {9, 2, 3, 9}, 1, 2);
            output.write(new byte[] {4});
        }

        assertThat(written.toByteArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDisk_isNamed() throws IOException {
        try (NamedOutput output = new NamedOutput(PLACE, Files.newOutputStream(Path.of("/dev/full")))) {
            assertThatThrownBy(() -> output.write(new byte[10]))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageStartingWith("song.mid: ");
        }
    }
}
