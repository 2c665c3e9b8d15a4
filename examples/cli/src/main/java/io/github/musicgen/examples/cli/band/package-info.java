/** Commands about bands: several instruments that play together. Only training looks for native code. */
@NullMarked
package io.github.musicgen.examples.cli.band;

import org.jspecify.annotations.NullMarked;
