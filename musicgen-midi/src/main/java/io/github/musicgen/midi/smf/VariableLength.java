package io.github.musicgen.midi.smf;

/** The numbers of up to four bytes that stand for times and lengths: seven bits in each byte, the top bit set in all but the last. */
final class VariableLength {

    /** The largest such number. */
    static final int MAX = MidiEvent.MAX_DELTA;

    private VariableLength() {}

    static void write(ByteSink sink, int value) {
        if (value > 0x7F) {
            writeContinued(sink, value >> 7);
        }
        sink.octet(value & 0x7F);
    }

    private static void writeContinued(ByteSink sink, int value) {
        if (value > 0x7F) {
            writeContinued(sink, value >> 7);
        }
        sink.octet(value | 0x80);
    }
}
