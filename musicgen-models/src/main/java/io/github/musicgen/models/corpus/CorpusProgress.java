package io.github.musicgen.models.corpus;

/** Hears how far the reading of a corpus is. */
@FunctionalInterface
public interface CorpusProgress {
    /**
     * A file is done. Never called twice at once, though by several threads, and in no certain order.
     *
     * @param done files that are done, this one included
     * @param total files there are
     * @param name the file, as reports name it
     */
    void fileDone(int done, int total, String name);
}
