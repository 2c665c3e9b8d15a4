/**
 * Finds music files below folders and in archives, in the order of their names, and tells of each that cannot be read why.
 */
@NullMarked
package io.github.musicgen.models.corpus.source;

import org.jspecify.annotations.NullMarked;
