/**
 * Networks of bands: an autoencoder of piano rolls by patches, {@link io.github.musicgen.models.layers.roll.RollAutoencoder}, and dense
 * layers that foresee the next point, {@link io.github.musicgen.models.layers.roll.DenseStack}.
 */
@NullMarked
package io.github.musicgen.models.layers.roll;

import org.jspecify.annotations.NullMarked;
