/**
 * From melodies to a model: batches, steps, checkpoints, and when to stop.
 *
 * <p>{@link Training} is the way in.
 */
@NullMarked
package io.github.musicgen.models.training;

import org.jspecify.annotations.NullMarked;
