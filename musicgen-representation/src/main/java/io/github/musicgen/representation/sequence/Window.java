package io.github.musicgen.representation.sequence;

/**
 * A stretch of a time line that becomes a piece of its own.
 *
 * @param start its first tick
 * @param end the tick that it ends at
 * @param closed whether what happens at its end still belongs to it, as it does where the music ends
 */
record Window(long start, long end, boolean closed) {
    boolean contains(long tick) {
        return tick >= start && (tick < end || (closed && tick == end));
    }
}
