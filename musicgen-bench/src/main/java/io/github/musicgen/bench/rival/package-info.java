/**
 * The sampling step of musicgen beside that of its peers: the same weights, the same work, one thread.
 *
 * <p>A {@link io.github.musicgen.bench.rival.Rival} is a value of the benchmark's parameter. Those that need no more than
 * {@code musicgen-models} brings are here; the others are modules below {@code musicgen-bench/rivals}, which only the profile
 * {@code rivals} builds, and are found as services.
 */
@NullMarked
package io.github.musicgen.bench.rival;

import org.jspecify.annotations.NullMarked;
