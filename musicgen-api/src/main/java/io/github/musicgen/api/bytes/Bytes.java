package io.github.musicgen.api.bytes;

import io.github.musicgen.api.format.MalformedModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/**
 * A stretch of a file that knows the file's name and its own place in it. Slices share one array, which nobody writes to.
 */
public final class Bytes {
    /** The largest file that is read: far above any model of this library, far below what an array can hold. */
    public static final int MAX_SIZE = 1 << 30;

    private final String part;
    private final byte[] array;
    private final int start;
    private final int size;

    private Bytes(String part, byte[] array, int start, int size) {
        this.part = part;
        this.array = array;
        this.start = start;
        this.size = size;
    }

    /**
     * Bytes that are already in memory. The array is not copied; do not write to it any more.
     *
     * @param part what errors call it
     * @param array the bytes
     * @return all of them
     */
    public static Bytes of(String part, byte[] array) {
        return new Bytes(part, array, 0, array.length);
    }

    /**
     * Reads a whole file.
     *
     * @param path a regular file of up to {@link #MAX_SIZE} bytes
     * @return its bytes, named after the file
     * @throws IOException if it is something else than a regular file, or too large, or cannot be read
     */
    public static Bytes ofFile(Path path) throws IOException {
        String name = String.valueOf(path.getFileName());
        sizeOfFile(path);
        try (InputStream stream = Files.newInputStream(path)) {
            return ofStream(name, stream);
        }
    }

    /**
     * Says how large a file is, without reading it.
     *
     * @param path a regular file of up to {@link #MAX_SIZE} bytes
     * @return its size in bytes
     * @throws IOException if it is something else than a regular file, or too large
     */
    public static int sizeOfFile(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString(), null, "no regular file is there");
        }
        long size = Files.size(path);
        if (size > MAX_SIZE) {
            throw tooLarge(String.valueOf(path.getFileName()), size + " bytes");
        }
        return (int) size;
    }

    /**
     * Reads a stream to its end, such as a resource of a jar. The stream stays open.
     *
     * @param part what errors call it
     * @param stream of up to {@link #MAX_SIZE} bytes
     * @return its bytes
     * @throws IOException if there are more, or they cannot be read
     */
    public static Bytes ofStream(String part, InputStream stream) throws IOException {
        byte[] array = stream.readNBytes(MAX_SIZE);
        if (array.length == MAX_SIZE && stream.read() >= 0) {
            throw tooLarge(part, "more");
        }
        return of(part, array);
    }

    private static MalformedModelException tooLarge(String part, String found) {
        return new MalformedModelException(part, "at most " + MAX_SIZE + " bytes", found);
    }

    /**
     * What errors call these bytes.
     *
     * @return the file, and the part of it
     */
    public String part() {
        return part;
    }

    /**
     * How many there are.
     *
     * @return the number of bytes
     */
    public int size() {
        return size;
    }

    /**
     * A stretch of these bytes.
     *
     * @param from where it begins, counted from the start of these bytes; read as unsigned
     * @param length how long it is; read as unsigned
     * @param what the word for it in an error
     * @return the stretch, which shares the array
     * @throws MalformedModelException if it does not lie within these bytes
     */
    public Bytes slice(long from, long length, String what) throws MalformedModelException {
        if (Long.compareUnsigned(from, size) > 0 || Long.compareUnsigned(length, size - from) > 0) {
            throw malformed(
                    0,
                    what + " within " + size + " bytes",
                    Long.toUnsignedString(length) + " bytes from " + Long.toUnsignedString(from));
        }
        return new Bytes(part, array, start + (int) from, (int) length);
    }

    /**
     * The same bytes, called something more precise in errors.
     *
     * @param what the word for this part of the file
     * @return the bytes
     */
    public Bytes named(String what) {
        return new Bytes(part + ", " + what, array, start, size);
    }

    /**
     * One byte.
     *
     * @param at which one, below {@link #size()}
     * @return 0 to 255
     */
    public int at(int at) {
        return array[start + Objects.checkIndex(at, size)] & 0xFF;
    }

    /**
     * All bytes, for reading numbers in bulk.
     *
     * @return a read-only view, little-endian
     */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(array, start, size).slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The bytes as 32-bit floating point numbers, little-endian.
     *
     * @return {@code size / 4} values
     */
    public float[] floats() {
        float[] values = new float[size / Float.BYTES];
        buffer().asFloatBuffer().get(values);
        return values;
    }

    /**
     * The bytes as 16-bit numbers, little-endian.
     *
     * @return {@code size / 2} values
     */
    public short[] shorts() {
        short[] values = new short[size / Short.BYTES];
        buffer().asShortBuffer().get(values);
        return values;
    }

    /**
     * A copy.
     *
     * @return a new array
     */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, start, start + size);
    }

    /**
     * The bytes as text.
     *
     * @return the text
     * @throws MalformedModelException if they are not UTF-8
     */
    public String text() throws MalformedModelException {
        if (isAscii()) { // nearly always, and far quicker than a decoder while the JVM is young
            return new String(array, start, size, StandardCharsets.ISO_8859_1); // which looks at no byte again
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer()).toString();
        } catch (CharacterCodingException notText) {
            throw malformed(0, "text in UTF-8", "other bytes");
        }
    }

    /**
     * How many bytes from here on a text in quotes goes on with, as it stands: until a quote, a backslash, or what is below a space.
     *
     * @param from the first of them, at most {@link #size()}
     * @return how many, 0 if it is one of those or behind the last
     */
    public int textFrom(int from) {
        byte[] all = array; // a young JVM would be slow to ask for each byte
        int end = start + size;
        int at = start + Objects.checkIndex(from, size + 1);
        while (at < end && all[at] != '"' && all[at] != '\\' && (all[at] >= ' ' || all[at] < 0)) {
            at++;
        }
        return at - start - from;
    }

    private boolean isAscii() {
        byte[] all = array;
        for (int i = start, end = start + size; i < end; i++) {
            if (all[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The error that something here is not as it should be.
     *
     * @param at the byte, counted from the start of these bytes
     * @param expected what should stand there
     * @param found what does
     * @return the exception, to be thrown
     */
    public MalformedModelException malformed(int at, String expected, String found) {
        return new MalformedModelException(part + ", byte " + (start + at), expected, found);
    }
}
