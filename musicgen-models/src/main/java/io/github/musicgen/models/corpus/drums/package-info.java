/** From folders of music to what drums play: {@link io.github.musicgen.models.corpus.drums.DrumCorpus}. */
@NullMarked
package io.github.musicgen.models.corpus.drums;

import org.jspecify.annotations.NullMarked;
