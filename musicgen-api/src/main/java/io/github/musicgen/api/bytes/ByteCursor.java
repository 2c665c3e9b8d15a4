package io.github.musicgen.api.bytes;

import io.github.musicgen.api.format.MalformedModelException;

/** Walks over bytes and reads little-endian numbers and variable-length ones from them. */
public final class ByteCursor {
    private static final int MAX_VARINT_BYTES = 10;

    private final Bytes bytes;
    private int position;

    /**
     * Begins at the first byte.
     *
     * @param bytes what to walk over
     */
    public ByteCursor(Bytes bytes) {
        this.bytes = bytes;
    }

    /**
     * Where the next byte stands.
     *
     * @return counted from the start of the bytes
     */
    public int position() {
        return position;
    }

    /**
     * How many bytes remain.
     *
     * @return the number of bytes
     */
    public int left() {
        return bytes.size() - position;
    }

    /**
     * Takes one byte.
     *
     * @return 0 to 255
     * @throws MalformedModelException at the end
     */
    public int octet() throws MalformedModelException {
        if (left() == 0) {
            throw malformed("another byte", "the end");
        }
        return bytes.at(position++);
    }

    /**
     * Takes four bytes, least significant first.
     *
     * @return the number
     * @throws MalformedModelException if fewer remain
     */
    public int int32() throws MalformedModelException {
        return take(Integer.BYTES, "a 32-bit number").buffer().getInt();
    }

    /**
     * Takes eight bytes, least significant first.
     *
     * @return the number
     * @throws MalformedModelException if fewer remain
     */
    public long int64() throws MalformedModelException {
        return take(Long.BYTES, "a 64-bit number").buffer().getLong();
    }

    /**
     * Takes a number of one to ten bytes, seven bits in each, least significant first.
     *
     * @return the number, of which all 64 bits may be set
     * @throws MalformedModelException if it does not end, or has more than 64 bits
     */
    public long varint() throws MalformedModelException {
        long value = 0;
        int first = position;
        for (int i = 0; i < MAX_VARINT_BYTES; i++) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << (7 * i);
            if (octet < 0x80) {
                if (i == MAX_VARINT_BYTES - 1 && octet > 1) {
                    break;
                }
                return value;
            }
        }
        throw bytes.malformed(first, "a number of up to 64 bits", "a longer one");
    }

    /**
     * Takes a stretch of bytes.
     *
     * @param length how many; read as unsigned
     * @param what the word for them in an error
     * @return the stretch
     * @throws MalformedModelException if fewer remain
     */
    public Bytes take(long length, String what) throws MalformedModelException {
        if (Long.compareUnsigned(length, left()) > 0) {
            throw malformed(what + " of " + Long.toUnsignedString(length) + " bytes", left() + " bytes");
        }
        Bytes taken = bytes.slice(position, length, what);
        position += (int) length;
        return taken;
    }

    /**
     * The error that the next byte is not as it should be.
     *
     * @param expected what should stand there
     * @param found what does
     * @return the exception, to be thrown
     */
    public MalformedModelException malformed(String expected, String found) {
        return bytes.malformed(position, expected, found);
    }
}
