/** Commands that make music with a model, and that judge music by one: generate, continue, replay, score. */
@NullMarked
package io.github.musicgen.examples.cli.generate;

import org.jspecify.annotations.NullMarked;
