/**
 * What trainings do alike: what they draw and in which order, the steps of Adam, one thread for native code, what is written on the card of
 * a model; and the division of a corpus of melodies, which models and spaces learn from.
 *
 * <p>For the trainings of all families. A new class here owes that a training which goes on from a checkpoint comes to the very bits of one
 * that was never stopped.
 */
@NullMarked
package io.github.musicgen.models.training.course;

import org.jspecify.annotations.NullMarked;
