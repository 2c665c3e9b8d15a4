package io.github.musicgen.api.leveldb;

import io.github.musicgen.api.protobuf.MessageWriter;
import java.io.ByteArrayOutputStream;

/** Compresses with Snappy, slowly, for fixtures: the longest earlier match wherever it has four bytes, in all forms of the format. */
final class SnappyWriter {
    private static final int MIN_MATCH = 4;
    private static final int MAX_MATCH = 64;

    private final byte[] input;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    private SnappyWriter(byte[] input) {
        this.input = input;
    }

    static byte[] compress(byte[] input) {
        return new SnappyWriter(input).run();
    }

    private byte[] run() {
        output.writeBytes(new MessageWriter().raw(input.length).toBytes());
        int literal = 0;
        int at = 0;
        while (at < input.length) {
            int distance = 0;
            int length = 0;
            for (int from = 0; from < at; from++) {
                int match = matchLength(from, at);
                if (match >= MIN_MATCH && match >= length) {
                    length = match;
                    distance = at - from;
                }
            }
            if (length > 0) {
                literal(literal, at);
                copy(distance, length);
                at += length;
                literal = at;
            } else {
                at++;
            }
        }
        literal(literal, at);
        return output.toByteArray();
    }

    /** It may reach beyond where the copy begins. */
    private int matchLength(int from, int at) {
        int length = 0;
        while (length < MAX_MATCH && at + length < input.length && input[from + length] == input[at + length]) {
            length++;
        }
        return length;
    }

    private void literal(int from, int to) {
        int length = to - from;
        if (length > 60) {
            output.write(61 << 2); // two bytes of length follow
            output.write(length - 1);
            output.write((length - 1) >>> 8);
        } else if (length > 0) {
            output.write((length - 1) << 2);
        }
        output.write(input, from, length);
    }

    private void copy(int distance, int length) {
        if (length < 12 && distance < 2048) {
            output.write((distance >>> 8) << 5 | (length - 4) << 2 | 1);
            output.write(distance);
        } else {
            output.write((length - 1) << 2 | 2);
            output.write(distance);
            output.write(distance >>> 8);
        }
    }
}
