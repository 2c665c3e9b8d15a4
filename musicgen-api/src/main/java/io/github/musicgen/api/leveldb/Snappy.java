package io.github.musicgen.api.leveldb;

import io.github.musicgen.api.bytes.ByteCursor;
import io.github.musicgen.api.bytes.Bytes;
import io.github.musicgen.api.format.MalformedModelException;

/**
 * Decompresses Snappy's raw format: the size of the result, then literals, which stand there, and copies of what was
 * decompressed before.
 */
final class Snappy {
    /** The best that can be had is a copy of 64 bytes told in three. */
    private static final int MAX_RATIO = 22;

    private static final int MAX_SHORT_LITERAL = 60;

    private final ByteCursor input;
    private final byte[] output;
    private int size;

    private Snappy(ByteCursor input, byte[] output) {
        this.input = input;
        this.output = output;
    }

    static Bytes decompress(Bytes compressed) throws MalformedModelException {
        ByteCursor input = new ByteCursor(compressed);
        long size = input.varint();
        long most = Math.min((long) compressed.size() * MAX_RATIO, Bytes.MAX_SIZE);
        if (Long.compareUnsigned(size, most) > 0) {
            throw compressed.malformed(
                    0, "at most " + most + " bytes in a block of " + compressed.size(), Long.toUnsignedString(size));
        }
        Snappy snappy = new Snappy(input, new byte[(int) size]);
        snappy.run();
        return Bytes.of(compressed.named("decompressed").part(), snappy.output);
    }

    private void run() throws MalformedModelException {
        while (input.left() > 0) {
            int tag = input.octet();
            int rest = tag >>> 2;
            switch (tag & 3) {
                case 0 -> literal(rest);
                case 1 -> copy(4 + (rest & 7), (rest >>> 3) << 8 | input.octet());
                case 2 -> copy(1 + rest, littleEndian(2));
                default -> copy(1 + rest, littleEndian(4));
            }
        }
        if (size != output.length) {
            throw input.malformed(output.length + " bytes decompressed", "only " + size);
        }
    }

    private void literal(int rest) throws MalformedModelException {
        long length = 1 + (rest < MAX_SHORT_LITERAL ? rest : littleEndian(rest - MAX_SHORT_LITERAL + 1));
        requireRoom(length);
        Bytes literal = input.take(length, "a literal");
        literal.buffer().get(output, size, literal.size());
        size += literal.size();
    }

    /** Byte by byte, because a copy may reach into what it is making. */
    private void copy(int length, long distance) throws MalformedModelException {
        if (distance == 0 || distance > size) {
            throw input.malformed("a copy from at most " + size + " bytes back", String.valueOf(distance));
        }
        requireRoom(length);
        for (int i = 0; i < length; i++, size++) {
            output[size] = output[size - (int) distance];
        }
    }

    private void requireRoom(long length) throws MalformedModelException {
        if (length > output.length - size) {
            throw input.malformed("at most " + (output.length - size) + " more bytes", String.valueOf(length));
        }
    }

    private long littleEndian(int count) throws MalformedModelException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (long) input.octet() << (8 * i);
        }
        return value;
    }
}
