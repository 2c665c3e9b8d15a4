/**
 * From melodies, or drums, to a space of them. {@link io.github.musicgen.models.training.melodyvae.LatentTraining} is the way in, for programs and users. A new class
 * here owes what {@link io.github.musicgen.models.training.course} owes.
 */
@NullMarked
package io.github.musicgen.models.training.melodyvae;

import org.jspecify.annotations.NullMarked;
