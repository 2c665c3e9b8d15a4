/**
 * How good a band is: how likely it finds songs, beside simple guesses ({@link io.github.musicgen.models.evaluation.bandvae.BandScore}), and
 * whether what it plays fits what others play ({@link io.github.musicgen.models.evaluation.bandvae.BandHarmony}).
 */
@NullMarked
package io.github.musicgen.models.evaluation.bandvae;

import org.jspecify.annotations.NullMarked;
