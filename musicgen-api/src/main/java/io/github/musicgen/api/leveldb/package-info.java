/**
 * Sorted tables in the format of LevelDB, which TensorFlow keeps its checkpoints in: blocks of entries whose keys share their
 * beginnings, each with a checksum, perhaps compressed with Snappy, and an index of the blocks.
 *
 * <p>For the package that reads checkpoints; only what reading a whole table takes is here. Owes its callers that every checksum
 * was compared and that a small file cannot ask for much memory.
 */
@NullMarked
package io.github.musicgen.api.leveldb;

import org.jspecify.annotations.NullMarked;
