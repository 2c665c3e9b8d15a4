package io.github.musicgen.models.corpus.band;

import io.github.musicgen.models.corpus.report.Verdict;

/**
 * What became of a file of a {@link BandCorpus}.
 *
 * @param name where it lies
 * @param verdict whether it gave a piece
 * @param reason why not, or what was mended; empty if there is nothing to say
 * @param segments how many whole segments it has
 */
public record BandFile(String name, Verdict verdict, String reason, int segments) {}
