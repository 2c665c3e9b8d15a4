/**
 * TensorFlow's checkpoints without TensorFlow: {@link io.github.musicgen.api.tensorflow.CheckpointV1} is one file, a sorted table
 * of values; {@link io.github.musicgen.api.tensorflow.CheckpointV2} is an index, a sorted table of places, beside raw values;
 * {@link io.github.musicgen.api.tensorflow.MetaGraph} tells of the graph what the variables do not.
 *
 * <p>Knows nothing of music: names of variables come out as they stand in the file. A new reader here owes that every checksum
 * was compared, and that what only training needs is passed over, by the rules of
 * {@link io.github.musicgen.api.tensorflow.Variable}.
 */
@NullMarked
package io.github.musicgen.api.tensorflow;

import org.jspecify.annotations.NullMarked;
