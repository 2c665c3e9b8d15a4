/**
 * How good a space is: how likely it finds melodies or drums ({@link io.github.musicgen.models.evaluation.melodyvae.LatentScore}), and how
 * much what is drawn from it resembles them ({@link io.github.musicgen.models.evaluation.melodyvae.LatentDraws}).
 */
@NullMarked
package io.github.musicgen.models.evaluation.melodyvae;

import org.jspecify.annotations.NullMarked;
