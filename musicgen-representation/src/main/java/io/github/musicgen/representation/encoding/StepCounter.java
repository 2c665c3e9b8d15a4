package io.github.musicgen.representation.encoding;

/** The binary counter that tells a network where in the bar the next event lies. Beyond its bits it starts again from zero. */
final class StepCounter {
    private static final int MAX_BITS = 62;

    private StepCounter() {}

    static void requireBits(int bits) {
        if (bits < 0 || bits > MAX_BITS) {
            throw new IllegalArgumentException("counter must have 0.." + MAX_BITS + " bits, but had " + bits);
        }
    }

    static void write(long count, int bits, int offset, InputSink sink) {
        for (int bit = 0; bit < bits; bit++) {
            sink.add(offset + bit, ((count >> bit) & 1) == 1 ? 1 : -1);
        }
    }
}
