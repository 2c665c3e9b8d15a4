/**
 * From folders of music to what drums play: {@link io.github.musicgen.models.corpus.drums.DrumCorpus}.
 *
 * <p>For the training of spaces. A new class here owes what {@link io.github.musicgen.models.corpus} owes, but for the count of what limits cost: a file is one piece
 * or none.
 */
@NullMarked
package io.github.musicgen.models.corpus.drums;

import org.jspecify.annotations.NullMarked;
