/** PyTorch through the Deep Java Library: a rival, found as a service. */
@NullMarked
package io.github.musicgen.bench.rival.pytorch;

import org.jspecify.annotations.NullMarked;
