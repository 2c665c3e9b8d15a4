/**
 * From a folder of music to melodies that a network can be trained on: {@link io.github.musicgen.models.corpus.Corpus}.
 *
 * <pre>
 * folders, archives --SourceList.below--&gt; Source --FileReading--&gt; NoteSequence --PieceExtraction--&gt; Piece
 *   --Corpus.split--&gt; CorpusSplit --Augmentation--&gt; Melody
 * </pre>
 *
 * <p>What drums play is read by {@link io.github.musicgen.models.corpus.drums.DrumCorpus}, songs of a band by
 * {@link io.github.musicgen.models.corpus.band.BandCorpus}. All three find files and divide pieces by the same rooms.
 *
 * <p>For training and evaluation; it needs none of the heavy tools of this module. A new class here owes that the same files give
 * the same result, whatever the number of threads, the machine and the order in which a disk lists its files; that no file can
 * stop a run; and that nothing is left out in silence: whatever a limit costs is counted in the
 * {@link io.github.musicgen.models.corpus.report.CorpusReport}.
 */
@NullMarked
package io.github.musicgen.models.corpus;

import org.jspecify.annotations.NullMarked;
