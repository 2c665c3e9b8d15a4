/**
 * Products of matrices outside the heap, by OpenBLAS, for the engine that generates and for the layers that train. It needs JavaCPP and
 * OpenBLAS, and ND4J only where an array of it is pointed at.
 */
@NullMarked
package io.github.musicgen.models.blas;

import org.jspecify.annotations.NullMarked;
