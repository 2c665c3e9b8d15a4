/**
 * Products of matrices outside the heap, by OpenBLAS, for the engine that generates and for the layers that train; for this library
 * alone, as addresses are taken on trust. What is here needs JavaCPP and OpenBLAS and never ND4J, or the engine would need it, too.
 */
@NullMarked
package io.github.musicgen.models.blas;

import org.jspecify.annotations.NullMarked;
