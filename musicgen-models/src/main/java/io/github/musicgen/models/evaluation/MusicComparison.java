package io.github.musicgen.models.evaluation;

import io.github.musicgen.models.evaluation.distribution.DensityComparison;
import io.github.musicgen.models.evaluation.features.MgevalFeature;
import io.github.musicgen.models.evaluation.features.MuspyMetric;
import io.github.musicgen.models.evaluation.features.NoteLine;
import io.github.musicgen.representation.melody.Melody;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Generated music beside held-out music. Both continue the same openings, and are compared with the continuations of other
 * openings.
 *
 * @param features how much they overlap, for each feature of MGEval
 * @param metrics what they are like, for each metric of MusPy
 */
public record MusicComparison(Map<MgevalFeature, FeatureOverlap> features, Map<MuspyMetric, MetricComparison> metrics) {
    /** Copies the maps. */
    public MusicComparison {
        features = Collections.unmodifiableMap(new EnumMap<>(features));
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
    }

    /**
     * Compares sets of two melodies or more.
     *
     * @param reference real ones that both others are held against
     * @param generated what was made
     * @param heldOut other real ones, as the yardstick
     * @return how alike they are
     * @throws IllegalArgumentException if one of them has fewer than two
     */
    public static MusicComparison of(List<Melody> reference, List<Melody> generated, List<Melody> heldOut) {
        List<NoteLine> known = lines(reference);
        List<NoteLine> made = lines(generated);
        List<NoteLine> real = lines(heldOut);
        Map<MgevalFeature, FeatureOverlap> features = forEach(
                MgevalFeature.class,
                feature -> FeatureOverlap.of(vectors(feature, known), vectors(feature, made), vectors(feature, real)));
        Map<MuspyMetric, MetricComparison> metrics =
                forEach(MuspyMetric.class, metric -> MetricComparison.of(numbers(metric, made), numbers(metric, real)));
        return new MusicComparison(features, metrics);
    }

    /** Several at once; each result is made by one thread. */
    private static <K extends Enum<K>, V> Map<K, V> forEach(Class<K> type, Function<K, V> work) {
        List<K> keys = Arrays.asList(type.getEnumConstants());
        List<V> results = keys.parallelStream().map(work).toList();
        Map<K, V> map = new EnumMap<>(type);
        for (int i = 0; i < results.size(); i++) {
            map.put(keys.get(i), results.get(i));
        }
        return map;
    }

    private static List<NoteLine> lines(List<Melody> melodies) {
        return melodies.stream().map(NoteLine::of).toList();
    }

    private static List<double[]> vectors(MgevalFeature feature, List<NoteLine> lines) {
        return lines.stream().map(feature::of).toList();
    }

    private static double[] numbers(MuspyMetric metric, List<NoteLine> lines) {
        return lines.stream().mapToDouble(metric::of).toArray();
    }

    /**
     * How much generated music overlaps with held-out music.
     *
     * @return the area, 0 to 1, averaged over the features
     */
    public double overlap() {
        return average(feature -> feature.generated().overlapArea());
    }

    /**
     * How much held-out music overlaps with itself: the yardstick.
     *
     * @return the area, 0 to 1, averaged over the features
     */
    public double overlapHeldOut() {
        return average(feature -> feature.heldOut().overlapArea());
    }

    /**
     * How far generated music is from held-out music.
     *
     * @return {@link DensityComparison#klDivergence}, averaged over the features
     */
    public double klDivergence() {
        return average(feature -> feature.generated().klDivergence());
    }

    /**
     * How far held-out music is from itself: the yardstick.
     *
     * @return {@link DensityComparison#klDivergence}, averaged over the features
     */
    public double klDivergenceHeldOut() {
        return average(feature -> feature.heldOut().klDivergence());
    }

    private double average(ToDoubleFunction<FeatureOverlap> figure) {
        double sum = 0;
        for (FeatureOverlap feature : features.values()) {
            sum += figure.applyAsDouble(feature);
        }
        return sum / features.size();
    }
}
