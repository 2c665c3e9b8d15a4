/**
 * Musical time: ticks, tempos, meters and the grids that music is quantized to.
 *
 * <p>The leaf of the library: everything may use it, it knows nobody. Whatever is stored here is an exact integer (ticks,
 * microseconds per quarter); seconds and beats are derived, with one rounding at the very end. A new class owes the same.
 */
@NullMarked
package io.github.musicgen.representation.time;

import org.jspecify.annotations.NullMarked;
