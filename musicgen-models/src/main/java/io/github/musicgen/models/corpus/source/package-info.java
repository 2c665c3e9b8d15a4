/**
 * Finds music files below folders and in archives, in the order of their names, and tells of each that cannot be read why.
 *
 * <p>For corpora of all kinds. A new class here owes that no file, link or archive can stop a run, whatever is in it.
 */
@NullMarked
package io.github.musicgen.models.corpus.source;

import org.jspecify.annotations.NullMarked;
