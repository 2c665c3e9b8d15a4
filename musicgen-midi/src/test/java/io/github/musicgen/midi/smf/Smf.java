package io.github.musicgen.midi.smf;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Builds files out of hexadecimal, so that a test shows every byte it is about. */
public final class Smf {

    public static final String MTHD = "4D546864";
    public static final String MTRK = "4D54726B";
    public static final String END = "00 FF2F00";

    private Smf() {}

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    /** A file of format 1 with 96 ticks per quarter. */
    public static byte[] file(String... tracks) {
        return file(1, "0060", tracks);
    }

    public static byte[] file(int format, String division, String... tracks) {
        StringBuilder hex = new StringBuilder(header(format, tracks.length, division));
        for (String track : tracks) {
            hex.append(track(track));
        }
        return bytes(hex.toString());
    }

    public static String header(int format, int tracks, String division) {
        return MTHD + "00000006" + int16(format) + int16(tracks) + division;
    }

    public static String track(String content) {
        return MTRK + int32(bytes(content).length) + content;
    }

    public static String int16(int value) {
        return HexFormat.of().toHexDigits((short) value);
    }

    public static String int32(int value) {
        return HexFormat.of().toHexDigits(value);
    }

    public static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
