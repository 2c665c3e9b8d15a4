/** Writes the manual pages, when the command line is built; the command line itself does not know it. */
@NullMarked
package io.github.musicgen.examples.cli.manual;

import org.jspecify.annotations.NullMarked;
