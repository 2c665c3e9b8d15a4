/**
 * What a training leaves on the disk so that it can go on: whole, locked, and of no other training. Families say what they save by
 * {@link io.github.musicgen.models.training.checkpoint.SavedFiles}.
 */
@NullMarked
package io.github.musicgen.models.training.checkpoint;

import org.jspecify.annotations.NullMarked;
