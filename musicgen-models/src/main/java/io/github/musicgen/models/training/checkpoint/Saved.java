package io.github.musicgen.models.training.checkpoint;

/** What a training goes on from, of whatever family. */
public interface Saved {
    /**
     * How often weights were moved.
     *
     * @return steps
     */
    long steps();

    /**
     * The epoch under way.
     *
     * @return from 0 on
     */
    int epoch();
}
