/** From folders of songs to the parts of a band: {@link io.github.musicgen.models.corpus.band.BandCorpus}. */
@NullMarked
package io.github.musicgen.models.corpus.band;

import org.jspecify.annotations.NullMarked;
