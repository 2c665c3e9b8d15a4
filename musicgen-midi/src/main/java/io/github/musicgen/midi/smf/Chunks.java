package io.github.musicgen.midi.smf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The names of chunks, as big-endian numbers. */
final class Chunks {

    static final int HEADER = 0x4D546864; // MThd
    static final int TRACK = 0x4D54726B; // MTrk
    static final int RIFF = 0x52494646;

    /** Bytes before the content of a chunk: four of its name, four of its length. */
    static final int PREFIX = 8;

    private Chunks() {}

    static String name(int id) {
        return new String(ByteBuffer.allocate(4).putInt(id).array(), StandardCharsets.ISO_8859_1);
    }
}
