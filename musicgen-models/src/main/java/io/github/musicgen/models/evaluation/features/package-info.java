/**
 * What can be counted of one melody: {@link io.github.musicgen.models.evaluation.features.MgevalFeature} are vectors whose
 * distances tell sets of music apart, {@link io.github.musicgen.models.evaluation.features.MuspyMetric} are numbers that mean
 * something by themselves.
 *
 * <p>For the package above. A new feature here owes the name of its source, the reason for each departure from it, and a test
 * against values that were computed otherwise.
 */
@NullMarked
package io.github.musicgen.models.evaluation.features;

import org.jspecify.annotations.NullMarked;
