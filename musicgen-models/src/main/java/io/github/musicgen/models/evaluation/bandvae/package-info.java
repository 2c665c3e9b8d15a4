/**
 * How good a band is: how likely it finds songs, beside simple guesses ({@link io.github.musicgen.models.evaluation.bandvae.BandScore}), whether what it plays fits
 * what others play ({@link io.github.musicgen.models.evaluation.bandvae.BandHarmony}), and whether everybody plays ({@link io.github.musicgen.models.evaluation.bandvae.BandPresence}).
 *
 * <p>For training, and for programs that print such figures. A new measure here owes what {@link io.github.musicgen.models.evaluation} owes.
 */
@NullMarked
package io.github.musicgen.models.evaluation.bandvae;

import org.jspecify.annotations.NullMarked;
