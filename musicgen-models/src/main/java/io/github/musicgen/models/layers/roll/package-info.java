/**
 * Networks of bands: an autoencoder of piano rolls by patches, {@link io.github.musicgen.models.layers.roll.RollAutoencoder}, and dense layers that foresee the next
 * point, {@link io.github.musicgen.models.layers.roll.DenseStack}.
 *
 * <p>For networks of bands. A new class here owes gradients that finite differences confirm.
 */
@NullMarked
package io.github.musicgen.models.layers.roll;

import org.jspecify.annotations.NullMarked;
