/**
 * From folders of songs to the parts of a band: {@link io.github.musicgen.models.corpus.band.BandCorpus}.
 *
 * <p>For the training and the evaluation of bands. A new class here owes what {@link io.github.musicgen.models.corpus} owes, but for the count of what limits cost: a
 * file is one piece or none.
 */
@NullMarked
package io.github.musicgen.models.corpus.band;

import org.jspecify.annotations.NullMarked;
