/**
 * Measures musicgen with JMH, and its peers beside it. Nothing may depend on this package.
 *
 * <p>A class added here names its rivals and baselines as values of one {@code @Param}, and commits the raw JSON of the run
 * that a document quotes; {@code BenchmarkReport} makes a page of it, with CPU, JVM and versions.
 */
@NullMarked
package io.github.musicgen.bench;

import org.jspecify.annotations.NullMarked;
