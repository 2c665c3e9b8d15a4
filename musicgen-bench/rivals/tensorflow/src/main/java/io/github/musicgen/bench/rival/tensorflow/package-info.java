/** TensorFlow Java: a rival, found as a service. */
@NullMarked
package io.github.musicgen.bench.rival.tensorflow;

import org.jspecify.annotations.NullMarked;
