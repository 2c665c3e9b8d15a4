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
     * A number that tells checkpoints of equally many steps apart.
     *
     * @return one that grows, such as the epoch under way
     */
    int epoch();
}
