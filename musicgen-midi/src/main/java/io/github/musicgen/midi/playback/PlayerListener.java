package io.github.musicgen.midi.playback;

/**
 * Is told how a {@link Player} gets on.
 *
 * <p>All methods are called by the thread of the player, one at a time, while no message is being sent: they should return soon,
 * since the music waits, and may call the player, {@link Player#close} included.
 */
public interface PlayerListener {
    /**
     * The music has reached a place. Called about twenty times a second while it plays.
     *
     * @param tick the position
     * @param seconds the same at the tempos of the piece, whatever the player's tempo factor is
     */
    default void position(long tick, double seconds) {}

    /** The music has ended by itself. */
    default void finished() {}

    /**
     * The receiver has refused a message, and the player has paused.
     *
     * @param failure what it said
     */
    default void failed(RuntimeException failure) {}
}
