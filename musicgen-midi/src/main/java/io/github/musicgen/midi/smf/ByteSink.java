package io.github.musicgen.midi.smf;

import java.util.Arrays;

/** Bytes that grow at the end. */
final class ByteSink {

    private static final int FIRST_CAPACITY = 1 << 12;

    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    void octet(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    void int16(int value) {
        octet(value >> 8);
        octet(value);
    }

    void int32(int value) {
        int16(value >> 16);
        int16(value);
    }

    /** Overwrites four bytes, such as a length that was not known when its place was passed. */
    void int32At(int index, int value) {
        for (int i = 0; i < 4; i++) {
            bytes[index + i] = (byte) (value >> (24 - 8 * i));
        }
    }

    void bytes(byte[] source) {
        reserve(source.length);
        System.arraycopy(source, 0, bytes, size, source.length);
        size += source.length;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            int needed = Math.addExact(size, more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * size)));
        }
    }
}
