/**
 * Layers of Deeplearning4j that train several times as fast as its own: recurrent cells, attention, softmax.
 *
 * <p>Each layer is a configuration, which goes into any {@code MultiLayerNetwork} or {@code ComputationGraph}, and a layer that
 * runs it. The layers compute in {@code FLOAT}, on sequences {@code [batch, size, time]}, with a few OpenBLAS products per step
 * of time and loops over arrays that HotSpot vectorizes. All numbers of a step lie as Deeplearning4j lays them: {@code size}
 * rows, each of which is the whole batch. So nothing is transposed, and a row of the batch is what a loop runs along.
 *
 * <p>What they are made of is in {@link io.github.musicgen.models.layers.cells}. The autoencoders of spaces and of bands, which are
 * networks of their own, lie beside them.
 *
 * <p>Columns of gates are the blocks i f o j, as in {@code musicgen-api}. Training and export may use this package; it knows
 * neither.
 */
@NullMarked
package io.github.musicgen.models.layers;

import org.jspecify.annotations.NullMarked;
