/**
 * Whether two sets of numbers come from one source: distances within a set and between sets, their densities, and how far these
 * overlap.
 *
 * <p>For the package above; it knows nothing of music. Integrals and elementary functions are those of Apache Commons Math, which
 * gives the same results on every JVM. A new class here owes values of SciPy, or whoever else computes the same, in its tests.
 */
@NullMarked
package io.github.musicgen.models.evaluation.distribution;

import org.jspecify.annotations.NullMarked;
