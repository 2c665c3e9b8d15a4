package io.github.musicgen.representation.time;

/**
 * Something that happens at a tick. Whatever moves music in time moves all its events alike.
 *
 * @param <E> the type of event itself
 */
public interface TickEvent<E extends TickEvent<E>> {
    /**
     * When it happens.
     *
     * @return the tick
     */
    long tick();

    /**
     * The same event at another time.
     *
     * @param newTick when
     * @return the event
     */
    E withTick(long newTick);
}
