package io.github.musicgen.models.evaluation;

import io.github.musicgen.models.evaluation.distribution.DensityComparison;
import io.github.musicgen.models.evaluation.distribution.Distances;
import java.util.List;

/**
 * How much a set of music is like another in one feature. The distances within held-out music are compared with the distances
 * between it and the set: if one could not tell whether a piece belongs to the one or the other, both are alike.
 *
 * @param generated for generated music
 * @param heldOut for other held-out music, which is as much as can be hoped for
 */
public record FeatureOverlap(DensityComparison generated, DensityComparison heldOut) {
    static FeatureOverlap of(List<double[]> reference, List<double[]> generated, List<double[]> heldOut) {
        double[] within = Distances.within(reference);
        return new FeatureOverlap(
                DensityComparison.of(within, Distances.between(generated, reference)),
                DensityComparison.of(within, Distances.between(heldOut, reference)));
    }
}
