package io.github.musicgen.midi;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Builds files out of hexadecimal, so that a test shows every byte it is about. */
final class Smf {

    static final String MTHD = "4D546864";
    static final String MTRK = "4D54726B";
    static final String END = "00 FF2F00";

    private Smf() {}

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** A file of format 1 with 96 ticks per quarter. */
    static byte[] file(String... tracks) {
        return file(1, "0060", tracks);
    }

    static byte[] file(int format, String division, String... tracks) {
        StringBuilder hex = new StringBuilder(header(format, tracks.length, division));
        for (String track : tracks) {
            hex.append(track(track));
        }
        return bytes(hex.toString());
    }

    static String header(int format, int tracks, String division) {
        return MTHD + "00000006" + int16(format) + int16(tracks) + division;
    }

    static String track(String content) {
        return MTRK + int32(bytes(content).length) + content;
    }

    static String int16(int value) {
        return HexFormat.of().toHexDigits((short) value);
    }

    static String int32(int value) {
        return HexFormat.of().toHexDigits(value);
    }

    static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
