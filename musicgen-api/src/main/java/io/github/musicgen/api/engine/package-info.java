/**
 * The arithmetic of trained networks: an {@link io.github.musicgen.api.engine.Engine} makes matrices, blocks (cells, attention,
 * dense layers) are written once on top of them.
 *
 * <p>Families of models assemble the blocks; they do not compute. Weights are immutable and shared by all threads; a state
 * belongs to one generation and holds every buffer that its steps need, so that a step allocates nothing. On this path nothing
 * but strict floating point in a fixed order is used, because a seed has to give the same notes on every machine: no
 * {@code Math.fma}, no transcendental function of {@code Math}, no parallel sum. A new class here owes the same.
 */
@NullMarked
package io.github.musicgen.api.engine;

import org.jspecify.annotations.NullMarked;
