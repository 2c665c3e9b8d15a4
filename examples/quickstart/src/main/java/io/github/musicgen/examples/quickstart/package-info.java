/** The ten lines that a newcomer runs first. */
@NullMarked
package io.github.musicgen.examples.quickstart;

import org.jspecify.annotations.NullMarked;
