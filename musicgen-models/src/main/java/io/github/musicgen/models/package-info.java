/**
 * Defines and trains the networks, and exports what was trained. Holds packages alone: {@code export} is the first.
 *
 * <p>The heavy tools (Deeplearning4j, ND4J and their native libraries) live in this module alone; benchmarks and examples may
 * use it, nothing below may know it.
 */
@NullMarked
package io.github.musicgen.models;

import org.jspecify.annotations.NullMarked;
