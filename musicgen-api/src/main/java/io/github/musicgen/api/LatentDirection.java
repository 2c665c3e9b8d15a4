package io.github.musicgen.api;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.representation.melody.Stretch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the way to more of an attribute.
 *
 * @param <T> what it is measured on
 */
final class LatentDirection<T extends Stretch<T>> {
    private static final int SHARE = 4;
    private static final int FEWEST = 2 * SHARE;

    private final LatentModel<T> model;
    private final LatentAttribute<? super T> attribute;

    LatentDirection(LatentModel<T> model, LatentAttribute<? super T> attribute) {
        this.model = model;
        this.attribute = attribute;
    }

    private record Measured<T>(T stretch, double value) {}

    /** Silence has no vector, so a draw that has no note is passed over. Which stretches come first is no matter, nor in which order. */
    LatentVector of(Collection<T> stretches) {
        List<Measured<T>> measured = new ArrayList<>(
                stretches.stream().filter(Stretch::hasNote).map(this::measured).toList());
        if (measured.size() < FEWEST) {
            throw new IllegalArgumentException("a direction takes " + FEWEST
                    + " stretches with a note or more, but there were " + measured.size());
        }
        measured.sort(Comparator.<Measured<T>>comparingDouble(Measured::value)
                .thenComparing(each -> each.stretch().events(), Arrays::compare));
        int quarter = measured.size() / SHARE;
        if (measured.get(0).value() == measured.get(measured.size() - 1).value()) {
            throw new IllegalArgumentException("stretches must differ in what is measured, but all had "
                    + measured.get(0).value());
        }
        LatentVector least = mean(measured.subList(0, quarter));
        LatentVector most = mean(measured.subList(measured.size() - quarter, measured.size()));
        return most.plus(least, -1);
    }

    private Measured<T> measured(T stretch) {
        double value = attribute.of(stretch);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("what is measured must be finite, but was " + value + " of " + stretch);
        }
        return new Measured<>(stretch, value);
    }

    private LatentVector mean(List<Measured<T>> stretches) {
        double[] sums = new double[model.configuration().latentSize()];
        for (Measured<T> each : stretches) {
            LatentVector vector = model.encode(each.stretch());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += vector.at(i);
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / stretches.size());
        }
        return LatentVector.of(means);
    }
}
