/**
 * Bands: models that write what several instruments play together, segment by segment. Each instrument has a variational autoencoder of
 * its segments, and networks lead from the points of one segment to those of the next.
 *
 * <p>Bundles, the composing loop and training use this package; it knows the engine and points of spaces.
 */
@NullMarked
package io.github.musicgen.api.bandvae;

import org.jspecify.annotations.NullMarked;
