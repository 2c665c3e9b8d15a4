/**
 * What became of each file of music, and what each limit cost: {@link io.github.musicgen.models.corpus.report.CorpusReport}.
 *
 * <p>For corpora of melodies; those of drums and of bands take the verdict alone, and the exception. Whoever leaves a melody out counts it in a
 * {@link io.github.musicgen.models.corpus.report.Tally}.
 */
@NullMarked
package io.github.musicgen.models.corpus.report;

import org.jspecify.annotations.NullMarked;
