/**
 * An autoencoder of sequences, such as melodies: read both ways to a point, and written from there.
 * {@link io.github.musicgen.models.layers.sequence.SequenceAutoencoder} is the network.
 *
 * <p>For networks of spaces. A new class here owes gradients that finite differences confirm.
 */
@NullMarked
package io.github.musicgen.models.layers.sequence;

import org.jspecify.annotations.NullMarked;
