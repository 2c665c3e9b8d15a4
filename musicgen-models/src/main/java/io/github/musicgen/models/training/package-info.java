/**
 * From melodies to a model: batches, steps, checkpoints, and when to stop. {@link Training} is the way in.
 *
 * <p>Beside it the other families are trained, each in a room of its own that knows none of the others: spaces in
 * {@link io.github.musicgen.models.training.melodyvae}, bands in {@link io.github.musicgen.models.training.bandvae}. What all of them do
 * alike is in {@link io.github.musicgen.models.training.course}, and what lets them go on after they were killed in
 * {@link io.github.musicgen.models.training.checkpoint}.
 */
@NullMarked
package io.github.musicgen.models.training;

import org.jspecify.annotations.NullMarked;
