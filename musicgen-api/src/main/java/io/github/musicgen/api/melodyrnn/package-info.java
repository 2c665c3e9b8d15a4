/**
 * The family of melody models: what Magenta calls basic, mono, lookback and attention RNN are four
 * {@link io.github.musicgen.api.melodyrnn.MelodyRnnConfiguration configurations} of one
 * {@link io.github.musicgen.api.melodyrnn.MelodyRnn}.
 *
 * <p>A family assembles blocks of the engine, it does not compute. A new family is a package like this one: a configuration
 * (data), the names and shapes of its tensors, the model (immutable) and the state of one run of it.
 */
@NullMarked
package io.github.musicgen.api.melodyrnn;

import org.jspecify.annotations.NullMarked;
