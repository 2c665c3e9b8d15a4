/**
 * From wishes to masks: a {@link io.github.musicgen.api.plan.Plan}, made before the first step, knows at each step which events
 * still lead to an end that keeps all wishes. So no generation ever comes to a step at which nothing is allowed.
 *
 * <p>For whoever runs a model under wishes. Planning allocates; walking along a plan does not.
 */
@NullMarked
package io.github.musicgen.api.plan;

import org.jspecify.annotations.NullMarked;
