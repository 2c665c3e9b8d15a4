/**
 * Trained weights as they lie in files: a {@link io.github.musicgen.api.tensor.Tensor} is a name, a shape and values, a
 * {@link io.github.musicgen.api.tensor.TensorTable} holds those of one model, a
 * {@link io.github.musicgen.api.tensor.TensorSchema} says which there have to be.
 *
 * <p>Readers of files make tables, model families take them apart; nothing here computes. A new class owes that names, shapes
 * and the order of the file survive.
 */
@NullMarked
package io.github.musicgen.api.tensor;

import org.jspecify.annotations.NullMarked;
