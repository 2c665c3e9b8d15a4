/** Whole processes: from the start of a JVM to a written file. */
@NullMarked
package io.github.musicgen.bench.start;

import org.jspecify.annotations.NullMarked;
