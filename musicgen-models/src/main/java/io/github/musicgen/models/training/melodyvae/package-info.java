/**
 * From melodies, or drums, to a space of them. {@link io.github.musicgen.models.training.melodyvae.LatentTraining} is the way in.
 */
@NullMarked
package io.github.musicgen.models.training.melodyvae;

import org.jspecify.annotations.NullMarked;
