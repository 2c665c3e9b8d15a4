package io.github.musicgen.models.training;

/** What a training goes on from, of whatever family. */
interface Saved {
    /** How often weights were moved. */
    long steps();

    /** The epoch under way, from 0 on. */
    int epoch();
}
