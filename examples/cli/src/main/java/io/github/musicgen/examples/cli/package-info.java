/** The command line of musicgen: one class per command. Nothing may depend on it. */
@NullMarked
package io.github.musicgen.examples.cli;

import org.jspecify.annotations.NullMarked;
