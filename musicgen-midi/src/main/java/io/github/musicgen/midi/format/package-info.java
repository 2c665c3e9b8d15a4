/**
 * What all file formats have in common: how a malformed file is reported and quoted, and how a file gets to its place as a whole.
 *
 * <p>The leaf of the module: every format may use it, it knows none of them.
 */
@NullMarked
package io.github.musicgen.midi.format;

import org.jspecify.annotations.NullMarked;
