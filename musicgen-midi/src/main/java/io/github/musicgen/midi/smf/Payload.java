package io.github.musicgen.midi.smf;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable run of bytes, as they stand in a file. */
public final class Payload {

    /** No bytes at all. */
    public static final Payload EMPTY = new Payload(new byte[0]);

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Copies bytes.
     *
     * @param bytes the bytes
     * @return a payload that later changes to the array do not reach
     */
    public static Payload of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Payload(bytes.clone());
    }

    /**
     * Encodes text as UTF-8.
     *
     * @param text the text; half of a surrogate pair becomes a question mark
     * @return its bytes
     */
    public static Payload ofText(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    static Payload slice(byte[] bytes, int from, int to) {
        return from == to ? EMPTY : new Payload(Arrays.copyOfRange(bytes, from, to));
    }

    /**
     * Counts the bytes.
     *
     * @return how many there are
     */
    public int length() {
        return bytes.length;
    }

    /**
     * Returns one byte.
     *
     * @param index its position from 0
     * @return its value, 0 to 255
     */
    public int get(int index) {
        return bytes[index] & 0xFF;
    }

    /**
     * Copies the bytes out.
     *
     * @return a new array
     */
    public byte[] toArray() {
        return bytes.clone();
    }

    /**
     * Reads the bytes as text: UTF-8 where they are valid UTF-8, otherwise Latin-1, which every run of bytes is. Files seldom say
     * which encoding they use; the bytes are kept, so a wrong guess loses nothing.
     *
     * @return the text
     */
    public String text() {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return decoded.toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    void writeTo(ByteSink sink) {
        sink.bytes(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Shows the bytes in hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }
}
