package io.github.musicgen.api.protobuf;

import io.github.musicgen.api.bytes.ByteCursor;
import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;

/**
 * Walks over the fields of one message in their order. It keeps none of them, so that a message of many small fields asks for no
 * more memory than it has bytes.
 */
public final class MessageReader {
    /** A number of one to ten bytes. */
    public static final int VARINT = 0;

    /** Eight bytes. */
    public static final int FIXED64 = 1;

    /** A length and so many bytes: text, a message inside, packed numbers. */
    public static final int BYTES = 2;

    /** Four bytes. */
    public static final int FIXED32 = 5;

    private static final int WIRE_TYPE_BITS = 3;

    private final Bytes message;
    private final ByteCursor cursor;
    private int tagPosition;
    private int field;
    private int wireType;
    private long number;
    private Bytes value;

    /**
     * Begins before the first field.
     *
     * @param message all bytes of one message
     */
    public MessageReader(Bytes message) {
        this.message = message;
        this.cursor = new ByteCursor(message);
        this.value = message;
    }

    /**
     * Steps to the next field.
     *
     * @return whether there is one
     * @throws MalformedModelException if what follows is no field, or its value does not fit
     */
    public boolean next() throws MalformedModelException {
        if (cursor.left() == 0) {
            return false;
        }
        tagPosition = cursor.position();
        long tag = cursor.varint();
        if (Long.compareUnsigned(tag, 0xFFFF_FFFFL) > 0 || tag >>> WIRE_TYPE_BITS == 0) {
            throw message.malformed(tagPosition, "the number of a field", "tag " + Long.toUnsignedString(tag));
        }
        field = (int) (tag >>> WIRE_TYPE_BITS);
        wireType = (int) tag & 7;
        readValue();
        return true;
    }

    /**
     * Steps to the next field of one kind and passes over the others.
     *
     * @param wanted the number of the field
     * @return whether there is one
     * @throws MalformedModelException if something before it is no field
     */
    public boolean next(int wanted) throws MalformedModelException {
        while (next()) {
            if (field == wanted) {
                return true;
            }
        }
        return false;
    }

    private void readValue() throws MalformedModelException {
        switch (wireType) {
            case VARINT -> number = cursor.varint();
            case FIXED64 -> number = cursor.int64();
            case BYTES -> value = cursor.take(cursor.varint(), "field " + field);
            case FIXED32 -> number = cursor.int32();
            default -> throw message.malformed(tagPosition, "wire type 0, 1, 2 or 5", "wire type " + wireType);
        }
    }

    /**
     * The number of this field.
     *
     * @return 1 or more
     */
    public int field() {
        return field;
    }

    /**
     * How the value of this field is stored.
     *
     * @return one of the constants of this class
     */
    public int wireType() {
        return wireType;
    }

    /**
     * The value of this field, as a number.
     *
     * @return all 64 bits of it
     * @throws MalformedModelException if it is stored another way
     */
    public long varint() throws MalformedModelException {
        require(VARINT);
        return number;
    }

    /**
     * The value of this field, as four bytes.
     *
     * @return least significant first
     * @throws MalformedModelException if it is stored another way
     */
    public int fixed32() throws MalformedModelException {
        require(FIXED32);
        return (int) number;
    }

    /**
     * The value of this field, as bytes.
     *
     * @return the bytes, which may be a message
     * @throws MalformedModelException if it is stored another way
     */
    public Bytes bytes() throws MalformedModelException {
        require(BYTES);
        return value;
    }

    /**
     * The value of this field, as a message.
     *
     * @return the message inside
     * @throws MalformedModelException if it is stored another way
     */
    public Message message() throws MalformedModelException {
        return new Message(bytes());
    }

    private void require(int wanted) throws MalformedModelException {
        if (wireType != wanted) {
            throw message.malformed(
                    tagPosition, "field " + field + " with wire type " + wanted, "wire type " + wireType);
        }
    }
}
