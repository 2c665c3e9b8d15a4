package io.github.musicgen.midi.smf;

/** A place in the bytes of a file, and what can be seen from there. Numbers are big-endian. */
final class ChunkCursor {

    private final byte[] bytes;
    private int position;

    ChunkCursor(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return position;
    }

    void moveTo(int next) {
        position = next;
    }

    int end() {
        return bytes.length;
    }

    int left() {
        return bytes.length - position;
    }

    int int16(int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    int int32(int at) {
        return int16(at) << 16 | int16(at + 2);
    }

    Payload slice(int from, int to) {
        return Payload.slice(bytes, from, to);
    }

    boolean startsWith(int id) {
        return bytes.length >= 4 && int32(0) == id;
    }

    /** Whether four printable characters, which may name a chunk, stand here. */
    boolean isName(int at) {
        if (bytes.length - at < 4) {
            return false;
        }
        for (int i = at; i < at + 4; i++) {
            if (bytes[i] < ' ' || bytes[i] > '~') {
                return false;
            }
        }
        return true;
    }

    boolean isTrack(int at) {
        return bytes.length - at >= Chunks.PREFIX && int32(at) == Chunks.TRACK;
    }

    boolean chunkMayBegin(int at) {
        return at == bytes.length || isName(at);
    }

    /** Returns where the four bytes of a name stand next, or -1. */
    int find(int id, int from) {
        for (int at = from; at <= bytes.length - 4; at++) {
            if (int32(at) == id) {
                return at;
            }
        }
        return -1;
    }

    int findTrackOrEnd(int from) {
        int found = find(Chunks.TRACK, from);
        return found < 0 ? bytes.length : found;
    }
}
