package io.github.musicgen.models.corpus.division;

/** What pieces of a corpus are for. */
public enum Side {
    /** Learned. */
    TRAINING,
    /** Watched, to tell when to stop. */
    VALIDATION,
    /** What models are judged on. */
    TEST
}
