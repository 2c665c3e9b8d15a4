/**
 * From songs to a band. {@link io.github.musicgen.models.training.bandvae.BandTraining} is the way in, for programs and users.
 *
 * <pre>
 * AutoencoderStage of each instrument --&gt; NextStage of each
 *   --&gt; HearingStage of all but the first --&gt; EarStage, in bands that foresee by chances
 * </pre>
 *
 * <p>A stage is a network that learns by steps of its own; {@code BandTrainingRun} goes from one to the next. A new class here owes what
 * {@link io.github.musicgen.models.training.course} owes.
 */
@NullMarked
package io.github.musicgen.models.training.bandvae;

import org.jspecify.annotations.NullMarked;
