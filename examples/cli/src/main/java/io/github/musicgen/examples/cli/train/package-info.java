/** Commands that need musicgen-models: train, evaluate. Nothing outside this package may load a class of that module, but exporting. */
@NullMarked
package io.github.musicgen.examples.cli.train;

import org.jspecify.annotations.NullMarked;
