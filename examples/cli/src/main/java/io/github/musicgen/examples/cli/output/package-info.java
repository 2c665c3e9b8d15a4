/** What all commands share towards the user: JSON, errors in one line, files that are written whole, progress. A new class in it owes nothing to any command. */
@NullMarked
package io.github.musicgen.examples.cli.output;

import org.jspecify.annotations.NullMarked;
