package io.github.musicgen.midi.playback;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A SoundFont of one instrument, a square wave that is an A of 441 Hz at its own key, 69. */
final class TinySoundFont {
    private static final int PERIOD = 100; // samples at 44,100 a second
    private static final int PERIODS = 50;
    private static final int SILENCE = 46; // samples that the format asks for after each sound
    private static final short LOOP = 1;
    private static final short SAMPLE_MODES = 54;
    private static final short INSTRUMENT = 41;
    private static final short SAMPLE_ID = 53;

    private TinySoundFont() {}

    static byte[] bytes() {
        byte[] info =
                join(chunk("ifil", shorts(2, 1)), chunk("isng", text("EMU8000", 8)), chunk("INAM", text("Tiny", 6)));
        byte[] pdta = join(
                chunk("phdr", join(preset("Square", 0), preset("EOP", 1))),
                chunk("pbag", shorts(0, 0, 1, 0)),
                chunk("pmod", new byte[10]),
                chunk("pgen", shorts(INSTRUMENT, 0, 0, 0)),
                chunk("inst", join(text("Square", 20), shorts(0), text("EOI", 20), shorts(1))),
                chunk("ibag", shorts(0, 0, 2, 0)),
                chunk("imod", new byte[10]),
                chunk("igen", shorts(SAMPLE_MODES, LOOP, SAMPLE_ID, 0, 0, 0)),
                chunk("shdr", join(sample(), new byte[46])));
        byte[] body =
                join(text("sfbk", 4), list("INFO", info), list("sdta", chunk("smpl", wave())), list("pdta", pdta));
        return chunk("RIFF", body);
    }

    private static byte[] wave() {
        int[] samples = new int[PERIOD * PERIODS + SILENCE];
        for (int i = 0; i < PERIOD * PERIODS; i++) {
            samples[i] = i % PERIOD < PERIOD / 2 ? 8_000 : -8_000;
        }
        return shorts(samples);
    }

    private static byte[] preset(String name, int bag) {
        return join(text(name, 20), shorts(0, 0, bag), new byte[12]);
    }

    private static byte[] sample() {
        ByteBuffer rest = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        rest.putInt(0)
                .putInt(PERIOD * PERIODS)
                .putInt(PERIOD)
                .putInt(PERIOD * (PERIODS - 1))
                .putInt(44_100);
        rest.put((byte) 69).put((byte) 0).putShort((short) 0).putShort((short) 1);
        return join(text("Square", 20), rest.array());
    }

    private static byte[] list(String form, byte[] content) {
        return chunk("LIST", join(text(form, 4), content));
    }

    private static byte[] chunk(String id, byte[] content) {
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(content.length)
                .array();
        return join(text(id, 4), length, content);
    }

    private static byte[] text(String text, int length) {
        return ByteBuffer.allocate(length)
                .put(text.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] join(byte[]... pieces) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            joined.writeBytes(piece);
        }
        return joined.toByteArray();
    }
}
