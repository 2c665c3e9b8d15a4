/**
 * What the training of any family does alike: what it draws and in which order, the steps of Adam, one thread for native code, where the
 * music came from. A new class here owes that a training which goes on from a checkpoint comes to the very bits of one that was never
 * stopped.
 */
@NullMarked
package io.github.musicgen.models.training.course;

import org.jspecify.annotations.NullMarked;
