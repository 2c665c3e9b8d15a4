/**
 * How good a space is: how likely it finds melodies or drums ({@link io.github.musicgen.models.evaluation.melodyvae.LatentScore}), and how much what is drawn from it
 * resembles them ({@link io.github.musicgen.models.evaluation.melodyvae.LatentDraws}).
 *
 * <p>For training, and for programs that print such figures. A new measure here owes what {@link io.github.musicgen.models.evaluation} owes.
 */
@NullMarked
package io.github.musicgen.models.evaluation.melodyvae;

import org.jspecify.annotations.NullMarked;
