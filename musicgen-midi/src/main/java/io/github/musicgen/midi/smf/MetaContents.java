package io.github.musicgen.midi.smf;

import io.github.musicgen.midi.smf.Division.FrameRate;
import java.util.List;

/** Reads the bytes of meta events; what cannot be understood becomes {@link MetaContent.Opaque}. */
final class MetaContents {

    static final int SEQUENCE_NUMBER = 0x00;
    static final int CHANNEL_PREFIX = 0x20;
    static final int PORT = MetaContent.Port.TYPE;
    static final int TEMPO = 0x51;
    static final int SMPTE_OFFSET = 0x54;
    static final int METER = 0x58;
    static final int KEY = 0x59;
    static final int SEQUENCER_SPECIFIC = 0x7F;

    /** In the order of the two bits that stand for them. */
    private static final List<FrameRate> RATES =
            List.of(FrameRate.FILM, FrameRate.PAL, FrameRate.NTSC, FrameRate.THIRTY);

    private MetaContents() {}

    static MetaContent read(int type, Payload payload) {
        if (TextKind.isText(type)) {
            return new MetaContent.Text(TextKind.ofType(type), payload.text());
        }
        if (payload.length() < leastLength(type)) {
            return new MetaContent.Opaque(type, payload);
        }
        try {
            return readKnown(type, payload);
        } catch (IllegalArgumentException outOfRange) {
            return new MetaContent.Opaque(type, payload);
        }
    }

    static int code(FrameRate rate) {
        return RATES.indexOf(rate);
    }

    /** Packs the low eight bits of each value. */
    static Payload bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return Payload.of(bytes);
    }

    private static int leastLength(int type) {
        return switch (type) {
            case CHANNEL_PREFIX, PORT -> 1;
            case SEQUENCE_NUMBER, KEY -> 2;
            case TEMPO -> 3;
            case METER -> 4;
            case SMPTE_OFFSET -> 5;
            default -> 0;
        };
    }

    private static MetaContent readKnown(int type, Payload p) {
        return switch (type) {
            case SEQUENCE_NUMBER -> new MetaContent.SequenceNumber(p.get(0) << 8 | p.get(1));
            case CHANNEL_PREFIX -> new MetaContent.ChannelPrefix(p.get(0));
            case PORT -> new MetaContent.Port(p.get(0));
            case TEMPO -> new MetaContent.TempoChange(p.get(0) << 16 | p.get(1) << 8 | p.get(2));
            case METER -> new MetaContent.MeterChange(p.get(0), p.get(1), p.get(2), p.get(3));
            case KEY -> key((byte) p.get(0), p.get(1));
            case SMPTE_OFFSET -> smpteOffset(p);
            case SEQUENCER_SPECIFIC -> new MetaContent.SequencerSpecific(p);
            default -> new MetaContent.Opaque(type, p);
        };
    }

    private static MetaContent key(int sharps, int mode) {
        EventRange.between("mode", 0, 1, mode);
        return new MetaContent.KeyChange(sharps, mode == 1);
    }

    private static MetaContent smpteOffset(Payload p) {
        int rate = p.get(0) >> 5;
        EventRange.between("frame rate", 0, RATES.size() - 1, rate);
        return new MetaContent.SmpteOffset(RATES.get(rate), p.get(0) & 0x1F, p.get(1), p.get(2), p.get(3), p.get(4));
    }
}
