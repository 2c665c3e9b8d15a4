package io.github.musicgen.api;

import io.github.musicgen.api.melodyvae.LatentVector;
import io.github.musicgen.representation.melody.Melody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the way to more of an attribute. */
final class LatentDirection {
    private static final int SHARE = 4;
    private static final int FEWEST = 2 * SHARE;

    private final LatentModel model;
    private final MelodyAttribute attribute;

    LatentDirection(LatentModel model, MelodyAttribute attribute) {
        this.model = model;
        this.attribute = attribute;
    }

    private record Measured(Melody melody, double value) {}

    LatentVector of(Collection<Melody> melodies) {
        if (melodies.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "a direction takes " + FEWEST + " melodies or more, but there were " + melodies.size());
        }
        List<Measured> measured = new ArrayList<>();
        melodies.forEach(melody -> measured.add(new Measured(melody, attribute.of(melody))));
        measured.sort(Comparator.comparingDouble(Measured::value));
        int quarter = measured.size() / SHARE;
        if (measured.get(0).value() == measured.get(measured.size() - 1).value()) {
            throw new IllegalArgumentException("melodies must differ in " + attribute + ", but all had "
                    + measured.get(0).value());
        }
        LatentVector least = mean(measured.subList(0, quarter));
        LatentVector most = mean(measured.subList(measured.size() - quarter, measured.size()));
        return most.plus(least, -1);
    }

    /** Summed in the order of the melodies. */
    private LatentVector mean(List<Measured> melodies) {
        double[] sums = new double[model.configuration().latentSize()];
        for (Measured each : melodies) {
            LatentVector vector = model.encode(each.melody());
            for (int i = 0; i < sums.length; i++) {
                sums[i] += vector.at(i);
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = (float) (sums[i] / melodies.size());
        }
        return LatentVector.of(means);
    }
}
