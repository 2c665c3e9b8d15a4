/**
 * How good a model is: {@link io.github.musicgen.models.evaluation.ModelScore} says how likely it finds music, and
 * {@link io.github.musicgen.models.evaluation.NGramScore} how likely a model without any network finds the same;
 * {@link io.github.musicgen.models.evaluation.MusicComparison} holds what it makes against music, and
 * {@link io.github.musicgen.models.evaluation.Copying} against what it was trained on.
 * {@link io.github.musicgen.models.evaluation.Evaluator} does all of that.
 *
 * <pre>
 * folder --Corpus.read(Extraction)--&gt; Corpus --halves--&gt; Opening --Continuations--&gt; Melody
 *   --NoteLine--&gt; vectors of MgevalFeature --Distances--&gt; numbers --KernelDensity--&gt; DensityComparison
 * </pre>
 *
 * <p>Spaces and bands are measured in {@link io.github.musicgen.models.evaluation.melodyvae} and
 * {@link io.github.musicgen.models.evaluation.bandvae}.
 *
 * <p>For training, for programs that compare models, and for the figures that are printed beside a model. Figures of different
 * encodings compare because probabilities are those of events, not of classes. A new measure here owes a naive twin in its tests,
 * and the same figure whatever the number of threads.
 */
@NullMarked
package io.github.musicgen.models.evaluation;

import org.jspecify.annotations.NullMarked;
