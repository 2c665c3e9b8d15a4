/**
 * Wishes that are kept always, not only likely: a {@link io.github.musicgen.api.constraint.Constraint} says what a continuation
 * must be like, and a plan, made before the first step, knows at each step which events still lead to an end that keeps them all.
 * Wishes that contradict each other are refused before anything is generated.
 *
 * <p>A new wish is a record in {@code Constraint}, a word in its parser and a rule in the plan.
 */
@NullMarked
package io.github.musicgen.api.constraint;

import org.jspecify.annotations.NullMarked;
