package io.github.musicgen.midi.smf;

/** Checks what goes into an event. */
final class EventRange {

    private EventRange() {}

    static void tick(long tick) {
        if (tick < 0 || tick > MidiEvent.MAX_TICK) {
            throw new IllegalArgumentException("tick must be 0.." + MidiEvent.MAX_TICK + ", but was " + tick);
        }
    }

    /** Checks a channel event with one or two data bytes; one branch, because a reader passes here for every event. */
    static void channelEvent(long tick, int channel, int first, int second) {
        boolean fits = ((channel & ~0xF) | ((first | second) & ~0x7F)) == 0;
        if (!fits) {
            between("channel", 0, 15, channel);
            between("first value", 0, 127, first);
            between("second value", 0, 127, second);
        }
        tick(tick);
    }

    static void payload(Payload payload) {
        between("payload length", 0, VariableLength.MAX, payload.length());
    }

    static void between(String what, int low, int high, int value) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(what + " must be " + low + ".." + high + ", but was " + value);
        }
    }
}
