/**
 * What became of each file of music, and what each limit cost: {@link io.github.musicgen.models.corpus.report.CorpusReport}. Whoever leaves
 * something out counts it in a {@link io.github.musicgen.models.corpus.report.Tally}.
 */
@NullMarked
package io.github.musicgen.models.corpus.report;

import org.jspecify.annotations.NullMarked;
