package io.github.musicgen.api.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.musicgen.api.format.MalformedModelException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Damages a small file in every place and holds its reader to the promise: the one exception for such files, or a valid read. */
public final class Corruption {
    /** Single bits, and what turns a small number into a large or a negative one. */
    private static final int[] FLIPS = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0x7F, 0xFF};

    private Corruption() {}

    /**
     * Reads a file.
     *
     * @param <T> what comes out, with an {@code equals} or a {@code toString} that tells contents apart
     */
    @FunctionalInterface
    public interface Reader<T> {
        T read(byte[] file) throws IOException;
    }

    /** Every file that is cut short is refused. */
    public static void assertRefusesEveryPrefix(byte[] file, Reader<?> reader) {
        assertThat(read(file, reader)).as("the whole file").isPresent();
        for (int size = 0; size < file.length; size++) {
            assertThat(read(Arrays.copyOf(file, size), reader))
                    .as("the first %d of %d bytes", size, file.length)
                    .isEmpty();
        }
    }

    /** Every damaged byte is refused, or does no harm: for formats with checksums. */
    public static void assertNoticesEveryFlip(byte[] file, Reader<?> reader) {
        String content = read(file, reader).orElseThrow();
        flipEverywhere(file, reader, content::equals);
    }

    /** Every damaged byte is refused, or changes what is read: for formats without checksums. */
    public static void assertSurvivesEveryFlip(byte[] file, Reader<?> reader) {
        flipEverywhere(file, reader, anything -> true);
    }

    private static void flipEverywhere(byte[] file, Reader<?> reader, Predicate<String> isFine) {
        assertThat(read(file, reader)).as("the whole file").isPresent();
        int refused = 0;
        for (int at = 0; at < file.length; at++) {
            for (int flip : FLIPS) {
                byte[] damaged = file.clone();
                damaged[at] ^= (byte) flip;
                Optional<String> content = read(damaged, reader);
                assertThat(content.filter(isFine.negate()))
                        .as("byte %d xor %02x", at, flip)
                        .isEmpty();
                refused += content.isEmpty() ? 1 : 0;
            }
        }
        assertThat(refused).as("refused files").isPositive();
    }

    /** Any other exception than the one for malformed files fails the test. */
    private static Optional<String> read(byte[] file, Reader<?> reader) {
        try {
            return Optional.of(reader.read(file).toString());
        } catch (MalformedModelException refused) {
            return Optional.empty();
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError unexpected) {
            throw new AssertionError("a malformed file must end in a MalformedModelException", unexpected);
        }
    }
}
