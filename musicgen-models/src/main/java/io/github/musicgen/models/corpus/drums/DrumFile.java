package io.github.musicgen.models.corpus.drums;

import io.github.musicgen.models.corpus.report.Verdict;

/**
 * What became of a file of a {@link DrumCorpus}.
 *
 * @param name where it lies
 * @param verdict whether it gave drums
 * @param reason why not, or what was mended; empty if there is nothing to say
 * @param stretches how many different stretches it gave
 */
public record DrumFile(String name, Verdict verdict, String reason, int stretches) {}
