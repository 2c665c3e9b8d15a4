/**
 * The command line of musicgen. Here stands the root; each command is a class of a package below, which are, from the bottom:
 * {@code output}, {@code music}, {@code model}, {@code generate}, and beside it {@code train}. Nothing may depend on it.
 */
@NullMarked
package io.github.musicgen.examples.cli;

import org.jspecify.annotations.NullMarked;
