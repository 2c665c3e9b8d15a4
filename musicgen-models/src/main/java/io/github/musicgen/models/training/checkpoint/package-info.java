/**
 * What a training leaves on the disk so that it can go on. Families say what they save by {@link io.github.musicgen.models.training.checkpoint.SavedFiles}.
 *
 * <p>For trainings alone. A new class here owes that a checkpoint is there as a whole or not at all, whenever the program is killed, and is
 * taken for no other training's.
 */
@NullMarked
package io.github.musicgen.models.training.checkpoint;

import org.jspecify.annotations.NullMarked;
