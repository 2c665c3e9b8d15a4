/** Our export in ONNX Runtime: a rival, found as a service. */
@NullMarked
package io.github.musicgen.bench.rival.onnxruntime;

import org.jspecify.annotations.NullMarked;
