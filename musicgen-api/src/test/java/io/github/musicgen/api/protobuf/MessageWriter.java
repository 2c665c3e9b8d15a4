package io.github.musicgen.api.protobuf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the wire format of protocol buffers, for fixtures. */
public final class MessageWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public MessageWriter varint(int field, long value) {
        raw(field << 3);
        return raw(value);
    }

    public MessageWriter fixed32(int field, int value) {
        raw(field << 3 | 5);
        for (int i = 0; i < 4; i++) {
            bytes.write(value >>> (8 * i));
        }
        return this;
    }

    public MessageWriter fixed64(int field, long value) {
        raw(field << 3 | 1);
        for (int i = 0; i < 8; i++) {
            bytes.write((int) (value >>> (8 * i)));
        }
        return this;
    }

    public MessageWriter bytes(int field, byte[] value) {
        raw(field << 3 | 2);
        raw(value.length);
        bytes.writeBytes(value);
        return this;
    }

    public MessageWriter text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    public MessageWriter message(int field, MessageWriter value) {
        return bytes(field, value.toBytes());
    }

    /** A number of seven bits a byte, without a field. */
    public MessageWriter raw(long value) {
        long rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes.write((int) rest | 0x80);
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    public byte[] toBytes() {
        return bytes.toByteArray();
    }
}
