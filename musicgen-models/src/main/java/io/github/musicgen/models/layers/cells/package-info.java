/**
 * What all layers are made of: cells of recurrent networks, dense layers, softmax, as large products by OpenBLAS on memory outside the
 * heap and loops over arrays of the heap. For {@link io.github.musicgen.models.layers} and the autoencoders beside it; who builds a
 * network takes a layer.
 *
 * <p>All numbers of a step are rows, each of which is the whole batch. Addresses are of such memory: nobody checks what lies there. A loop
 * stands alone in its method and writes whole arrays from 0 on, or HotSpot does not vectorize it.
 */
@NullMarked
package io.github.musicgen.models.layers.cells;

import org.jspecify.annotations.NullMarked;
